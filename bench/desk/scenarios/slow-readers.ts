// Connections that stop reading. What waits for them is bounded, they are dropped with the right code, and nobody else notices.
// The same is sent to them before, when they read it: what differs is theirs.
import { encodeClientFrame, limits, type Cid } from '#protocol'
import { clientFrame, opcodes } from '../raw-socket.ts'
import { createTraffic } from '../traffic.ts'
import { atMost, exactly, none, seen } from './figure.ts'
import { listenersOf, openListeners } from './listeners.ts'
import { openDesk, type OpenDesk } from './open-desk.ts'
import { withPeakMemory } from './peak-memory.ts'
import { readCounter } from './server-counters.ts'
import { deliveryOf } from './shared-figures.ts'
import type { Scenario } from './scenario.ts'

const MOST_SLOW_READERS = 500
/** One in so many of a smaller crowd. */
const SHARE = 5
const MOST_BY_DEFAULT = 1000
const DEFAULT_SECONDS = 45
const QUIET_SECONDS = 10
const WARM_UP_MS = 3000
/** The network takes some 4 MB for a connection by itself: past that and the buffer well before the time is over. */
const LONG_MESSAGES_PER_SECOND = 6
/** A reader that takes nothing is given up after `drainWithinMs`, looked for now and then, and cut after `closeWithinMs`. */
const DROPPED_WITHIN_MS = limits.drainWithinMs + limits.closeWithinMs + 5_000
const MS_PER_SECOND = 1000
const KB_PER_MB = 1024
/** Its buffer, and as much again for what the allocator and the rest of the server keep meanwhile. */
const TIMES_BUFFER = 2
const TIMES_NORMAL = 2

/** The longest message, of characters that deflate finds little to save in. */
const longText = (): string =>
  Array.from({ length: limits.maxMessageLength }, () => String.fromCharCode(0x4e_00 + Math.random() * 0x51_00)).join('')

/** Their agents write to the outsiders all the time. @returns what ends it. */
const feed = (desk: OpenDesk, round: string): (() => void) => {
  let count = 0
  const writing = setInterval(() => {
    count += 1
    for (const [index, { conversation, agentMember }] of desk.outsiders.people.entries()) {
      const cid = `feed-${round}-${index}-${count}` as Cid
      const send = encodeClientFrame({ type: 'send', cid, conversation, text: longText(), files: [] })
      desk.crowd.sign(agentMember, clientFrame(send, opcodes.binary))
    }
  }, MS_PER_SECOND / LONG_MESSAGES_PER_SECOND)
  return () => clearInterval(writing)
}

export const slowReaders: Scenario = async ({ size, seconds = DEFAULT_SECONDS, ...options }) => {
  const rate = options.rate ?? Math.min(MOST_BY_DEFAULT, size.visitors)
  const count = Math.min(MOST_SLOW_READERS, Math.ceil(size.visitors / SHARE))
  const maxConnections = size.visitors + size.agents + count * 2
  const desk = await openDesk(size, { visitorsOutside: listenersOf(count), maxConnections })
  try {
    const listeners = await openListeners(desk, count)
    const traffic = createTraffic(desk.crowd, size, desk.dialect)
    await traffic.run(rate, WARM_UP_MS)
    const quiet = await traffic.run(rate, QUIET_SECONDS * MS_PER_SECOND)
    const fed = async (round: string) => {
      const endFeed = feed(desk, round)
      const result = await traffic.run(rate, seconds * MS_PER_SECOND)
      endFeed()
      return result
    }
    const reading = await withPeakMemory(desk.server, () => fed('read'))
    const endedBefore = listeners.ended
    listeners.stopReading()
    const stopped = await withPeakMemory(desk.server, () => fed('kept'))
    const after = await traffic.run(rate, DROPPED_WITHIN_MS)
    const { port } = desk.server
    const dropped = await readCounter(port, 'connections_closed_total', 'reason="slow_reader"')
    const silent = await readCounter(port, 'connections_closed_total', 'reason="silent"')
    const readsOn = await readCounter(port, 'dropped_total', 'reason="slow_reader_reads_on_later"')
    listeners.close()
    const perReaderKb = ((stopped.peakMb - reading.peakMb) * KB_PER_MB) / count
    const lost = [reading.made, stopped.made, after].reduce((sum, run) => sum + run.sent - run.delivered, 0)
    return [
      seen('messages a second among the others', rate, ''),
      seen('connections that stop reading', count, ''),
      none('of them lost while they read', endedBefore),
      seen('memory while they read, peak', reading.peakMb, 'MB'),
      seen('memory while they do not, peak', stopped.peakMb, 'MB'),
      atMost('that is, each of them', perReaderKb, 'KB', (TIMES_BUFFER * limits.maxSendBufferBytes) / KB_PER_MB),
      exactly('dropped as slow_reader', dropped, '', count),
      seen('that fell behind and were to read on later', readsOn, ''),
      none('dropped as silent', silent),
      seen('memory after they are dropped', desk.server.residentMb(), 'MB'),
      none('messages of the others that were lost', lost),
      ...deliveryOf('without any of it', quiet),
      ...deliveryOf('while they read', reading.made),
      ...deliveryOf('while they do not', stopped.made),
      atMost(
        'delivery p99 while they do not, against while they read',
        stopped.made.delivery.p99Ms / reading.made.delivery.p99Ms,
        'times',
        TIMES_NORMAL,
      ),
      ...deliveryOf('while they are dropped', after),
    ]
  } finally {
    await desk.end()
  }
}
