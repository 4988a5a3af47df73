// `npm run bench:desk`: 10,000 connections, a ladder of rates, Frontdesk beside bare `ws` and Socket.IO in the same run.
//   npm run build && npm run bench:desk -- [--quick] [--json FILE] [--rates 1000,5000,10000] [--systems frontdesk,ws,socketio]
//                                          [--visitors 9500] [--agents 500] [--seconds 15] [--profile DIR] [--node-flags FLAGS]
import { writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { createCrowd, type CrowdSize } from './desk/crowd.ts'
import { systemNames, startSystem, type SystemName } from './desk/systems/systems.ts'
import { createTraffic, type TrafficResult } from './desk/traffic.ts'
import { measureColdStartMs } from './desk/cold-start.ts'
import { readLoopbackBytes } from './desk/loopback.ts'
import { measureFsyncMs } from './load/fsync-time.ts'

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    rates: { type: 'string', default: '1000,5000,10000' },
    systems: { type: 'string', default: systemNames.join() },
    visitors: { type: 'string', default: '9500' },
    agents: { type: 'string', default: '500' },
    seconds: { type: 'string' },
    /** A folder for the processor profiles of Frontdesk's threads. */
    profile: { type: 'string' },
    /** Flags of the engine for Frontdesk's server, to try what they do. */
    'node-flags': { type: 'string', default: '' },
  },
})

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
  readonly traffic: TrafficResult
}

const MS_PER_SECOND = 1000
const WARM_UP_RATE = 1000
const seconds = Number(values.seconds ?? (values.quick ? 4 : 15))
const warmUpMs = values.quick ? 2000 : 5000
const size: CrowdSize = { visitors: Number(values.visitors), agents: Number(values.agents) }
const rates = values.rates.split(',').map(Number)
const nodeFlags = [
  ...values['node-flags'].split(' ').filter((flag) => flag !== ''),
  ...(values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]),
]
const wanted = values.systems.split(',')

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const figure = (value: number, digits = 1): string => value.toFixed(digits).padStart(7)

const printHead = (): void => {
  const columns = [
    'system',
    'messages/s',
    'delivery p50 ms',
    'p99',
    'p99.9',
    'max',
    'ack p99',
    'CPU µs/message',
    'RSS MB',
    'payload B/message',
    'wire B/message',
    'lost',
    'generator p99 ms',
    'its CPU',
  ]
  print(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`)
}

const printRow = (row: LadderRow): void => {
  const { delivery, ack, generatorDelayP99Ms, generatorCpuShare } = row.traffic
  const cells = [
    row.system.padEnd(9),
    String(row.rate).padStart(6),
    ...[delivery.p50Ms, delivery.p99Ms, delivery.p999Ms, delivery.maxMs, ack.p99Ms].map((value) => figure(value)),
    figure(row.cpuUsPerMessage, 0),
    figure(row.rssMb, 0),
    figure(row.payloadBytesPerMessage, 0),
    figure(row.wireBytesPerMessage, 0),
    String(row.lost),
    figure(generatorDelayP99Ms),
    figure(generatorCpuShare, 2),
  ]
  print(`| ${cells.join(' | ')} |`)
}

const climb = async (name: SystemName): Promise<{ openMs: number; idleMb: number; rows: LadderRow[] }> => {
  const system = await startSystem(name, size, nodeFlags)
  const { server } = system
  const crowd = createCrowd(server.port, size, system.dialect)
  try {
    const openMs = await crowd.open()
    const idleMb = server.residentMb()
    const traffic = createTraffic(crowd, size, system.dialect)
    await traffic.run(WARM_UP_RATE, warmUpMs)
    const rows: LadderRow[] = []
    for (const rate of rates) {
      const cpuBeforeMs = server.cpuMs()
      const wireBefore = readLoopbackBytes()
      const result = await traffic.run(rate, seconds * MS_PER_SECOND)
      const row: LadderRow = {
        system: name,
        rate,
        p50Ms: result.delivery.p50Ms,
        p99Ms: result.delivery.p99Ms,
        p999Ms: result.delivery.p999Ms,
        rssMb: server.residentMb(),
        cpuUsPerMessage: ((server.cpuMs() - cpuBeforeMs) * MS_PER_SECOND) / result.sent,
        payloadBytesPerMessage: result.payloadBytes / result.sent,
        wireBytesPerMessage: (readLoopbackBytes() - wireBefore) / result.sent,
        lost: result.sent - result.delivered,
        traffic: result,
      }
      rows.push(row)
      printRow(row)
    }
    return { openMs, idleMb, rows }
  } finally {
    crowd.close()
    await system.end()
  }
}

const fsyncMs = measureFsyncMs()
const processor = cpus()[0]?.model ?? 'unknown processor'
const machine = `${availableParallelism()} cores, ${processor}, Node ${process.versions.node}`
print(`${machine}; load average ${loadavg()[0]?.toFixed(1)}; fsync of 4 KB ${fsyncMs.toFixed(2)} ms (median)`)
const coldStartMs = await measureColdStartMs(size, values.quick ? 3 : 10)
print(`cold start to the first accepted WebSocket ${coldStartMs.toFixed(0)} ms (median)`)
print(
  `${size.visitors} visitors and ${size.agents} agents, ${seconds} s a rate; delivery after fsync for frontdesk alone`,
)
printHead()
const climbs = new Map<SystemName, Awaited<ReturnType<typeof climb>>>()
for (const name of systemNames) if (wanted.includes(name)) climbs.set(name, await climb(name))
for (const [name, { openMs, idleMb }] of climbs)
  print(`${name}: all connections live in ${(openMs / MS_PER_SECOND).toFixed(2)} s, ${idleMb.toFixed(0)} MB idle`)

if (values.json !== undefined) {
  const open10kMs = climbs.get('frontdesk')?.openMs ?? null
  const rows = [...climbs.values()].flatMap((one) => one.rows)
  const idle = Object.fromEntries([...climbs].map(([name, { openMs, idleMb }]) => [name, { openMs, idleMb }]))
  writeFileSync(
    values.json,
    `${JSON.stringify({ machine, size, seconds, fsyncMs, coldStartMs, open10kMs, idle, rows }, null, 2)}\n`,
  )
}
