// A working day in short: messages and churn at an even rate, while the server's memory and its open files are watched.
import { readdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { createTraffic } from '../traffic.ts'
import { atMost, none, seen } from './figure.ts'
import { lineThrough, lowestOfEach, type Point } from './line-through.ts'
import { openDesk, type OpenDesk } from './open-desk.ts'
import { deliveryOf } from './shared-figures.ts'
import type { Scenario } from './scenario.ts'

const MOST_BY_DEFAULT = 500
const DEFAULT_SECONDS = 60
/** The caches of a server that just started fill first: faster than the soak would fill them. */
const WARM_UP_RATE = 5000
const WARM_UP_SECONDS = 20
/** Shorter, and the slope says more about the caches and the garbage than about a leak: it is shown and not judged. */
const JUDGED_FROM_SECONDS = 600
const LOOK_EVERY_MS = 500
/** So many stretches are looked at, each by its lowest point. */
const STRETCHES = 24
/** Of 260 MB, what would show after a week of such hours. */
const FLAT_MB_PER_HOUR = 10
const TIMES_ERROR = 2
const SECONDS_PER_HOUR = 3600
const MS_PER_SECOND = 1000
const HERE_WITHIN_MS = 10_000
/** Files that come and go: a read of the index, a temporary one. */
const FILES_THAT_COME_AND_GO = 4

const openFiles = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length

/** So that the same number of connections is open at both ends. */
const everybodyHere = async ({ roster }: OpenDesk, members: number): Promise<void> => {
  const untilMs = performance.now() + HERE_WITHIN_MS
  while (roster.liveCount < members && performance.now() < untilMs) await pause(LOOK_EVERY_MS)
}

const hourly = (points: readonly Point[], seconds: number): { readonly slope: number; readonly error: number } => {
  const { slope, standardError } = lineThrough(lowestOfEach(points, seconds / STRETCHES))
  return { slope: slope * SECONDS_PER_HOUR, error: standardError * SECONDS_PER_HOUR }
}

export const soak: Scenario = async ({ size, seconds = DEFAULT_SECONDS, ...options }) => {
  const rate = options.rate ?? Math.min(MOST_BY_DEFAULT, size.visitors)
  const members = size.visitors + size.agents
  const desk = await openDesk(size)
  try {
    const { server } = desk
    const traffic = createTraffic(desk.crowd, size, desk.dialect)
    await traffic.run(Math.min(WARM_UP_RATE, size.visitors), WARM_UP_SECONDS * MS_PER_SECOND)
    await everybodyHere(desk, members)
    const filesBefore = openFiles(server.pid)
    const memory: Point[] = []
    const startedMs = performance.now()
    const looking = setInterval(() => {
      memory.push({ x: (performance.now() - startedMs) / MS_PER_SECOND, y: server.residentMb() })
    }, LOOK_EVERY_MS)
    const result = await traffic.run(rate, seconds * MS_PER_SECOND)
    clearInterval(looking)
    await everybodyHere(desk, members)
    const filesAfter = openFiles(server.pid)
    const whole = hourly(memory, seconds)
    const later = hourly(
      memory.filter(({ x }) => x >= seconds / 2),
      seconds / 2,
    )
    const unexplained = Math.max(0, later.slope - TIMES_ERROR * later.error)
    return [
      seen('messages a second', rate, ''),
      seen('watched for', seconds, 's'),
      seen('connections broken and opened again', result.reconnects, ''),
      seen('memory at the beginning', memory[0]?.y ?? 0, 'MB'),
      seen('memory at the end', memory.at(-1)?.y ?? 0, 'MB'),
      seen('slope of the memory, whole time', whole.slope, 'MB/hour'),
      seen('slope of the memory, second half', later.slope, 'MB/hour'),
      seen('of which the scatter explains', TIMES_ERROR * later.error, 'MB/hour'),
      seconds < JUDGED_FROM_SECONDS
        ? seen('which the scatter does not explain; too short to judge', unexplained, 'MB/hour')
        : atMost('which the scatter does not explain', unexplained, 'MB/hour', FLAT_MB_PER_HOUR),
      seen('files and sockets open before', filesBefore, ''),
      atMost('more open after', filesAfter - filesBefore, '', FILES_THAT_COME_AND_GO),
      none('messages lost', result.sent - result.delivered),
      none('messages delivered more than once', result.duplicated),
      ...deliveryOf('whole time', result),
    ]
  } finally {
    await desk.end()
  }
}
