// One system under test, from opening everybody's connection up a ladder of rates.
import type { ByteStudy } from './byte-study.ts'
import { studyBytes } from './byte-study.ts'
import { createCrowd, type CrowdSize } from './crowd.ts'
import { readLoopbackBytes } from './loopback.ts'
import { readServerMetrics } from './server-metrics.ts'
import { startSystem, type SystemName } from './systems/systems.ts'
import { createTraffic, type TrafficResult } from './traffic.ts'

export type LadderRow = {
  readonly system: SystemName
  readonly rate: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly p999Ms: number
  readonly rssMb: number
  readonly cpuUsPerMessage: number
  readonly payloadBytesPerMessage: number
  readonly wireBytesPerMessage: number
  readonly lost: number
  /** Of Frontdesk, wherever it runs: the others do not tell. */
  readonly commandsPerCommit: number | null
  readonly loopDelayP99Ms: number | null
  readonly traffic: TrafficResult
}

export type Climb = {
  readonly openMs: number
  readonly idleMb: number
  /** Of Frontdesk alone. */
  readonly bytes: ByteStudy | null
  readonly rows: readonly LadderRow[]
}

export type ClimbOptions = {
  readonly size: CrowdSize
  readonly rates: readonly number[]
  readonly durationMs: number
  readonly warmUpMs: number
  readonly nodeFlags: readonly string[]
  readonly climbed: (row: LadderRow) => void
}

const US_PER_MS = 1000
const WARM_UP_RATE = 1000
const STUDY_RATE = 2000
const STUDY_MS = 3000

export const climb = async (name: SystemName, options: ClimbOptions): Promise<Climb> => {
  const { size, rates, durationMs, warmUpMs, nodeFlags, climbed } = options
  const system = await startSystem(name, size, nodeFlags)
  const { server } = system
  const crowd = createCrowd(server.port, size, system.dialect)
  const isFrontdesk = name === 'frontdesk' || name === 'electron'
  const metrics = () => (isFrontdesk ? readServerMetrics(server.port) : undefined)
  try {
    const openMs = await crowd.open()
    const idleMb = server.residentMb()
    const traffic = createTraffic(crowd, size, system.dialect)
    await traffic.run(WARM_UP_RATE, warmUpMs)
    const bytes = isFrontdesk ? await studyBytes(crowd, traffic, STUDY_RATE, STUDY_MS) : null
    const rows: LadderRow[] = []
    for (const rate of rates) {
      const before = await metrics()
      const cpuBeforeMs = server.cpuMs()
      const wireBefore = readLoopbackBytes()
      const result = await traffic.run(rate, durationMs)
      const cpuMs = server.cpuMs() - cpuBeforeMs
      const wireBytes = readLoopbackBytes() - wireBefore
      const after = await metrics()
      const row: LadderRow = {
        system: name,
        rate,
        p50Ms: result.delivery.p50Ms,
        p99Ms: result.delivery.p99Ms,
        p999Ms: result.delivery.p999Ms,
        rssMb: server.residentMb(),
        cpuUsPerMessage: (cpuMs * US_PER_MS) / result.sent,
        payloadBytesPerMessage: result.payloadBytes / result.sent,
        wireBytesPerMessage: wireBytes / result.sent,
        lost: result.sent - result.delivered,
        commandsPerCommit:
          before && after ? (after.commands - before.commands) / (after.commits - before.commits) : null,
        loopDelayP99Ms: after?.loopDelayP99Ms ?? null,
        traffic: result,
      }
      rows.push(row)
      climbed(row)
    }
    return { openMs, idleMb, bytes, rows }
  } finally {
    crowd.close()
    await system.end()
  }
}
