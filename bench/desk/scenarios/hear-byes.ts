// A dialect that tells the roster when the server says goodbye, with its advice when to come back.
import { decodeServerFrame, type ErrorCode } from '#protocol'
import { serverFrameTable } from '#protocol/frame-tables.ts'
import { heard, type Dialect } from '../dialect.ts'
import type { Roster } from './roster.ts'

const BYE = serverFrameTable.bye.id

/** `byes`: how often each code was said, counted from then on. */
export const hearByes = (dialect: Dialect, roster: Roster, byes: Map<ErrorCode, number>): Dialect => {
  let end = 0
  return {
    ...dialect,
    hear(bytes, start, until, into) {
      if (bytes[start + 1] !== BYE) return dialect.hear(bytes, start, until, into)
      end = until
      // So that `answer`, which knows whose frame it is, is asked next.
      return heard.nothing
    },
    answer(bytes, start, member) {
      if (bytes[start + 1] !== BYE) return dialect.answer(bytes, start, member)
      const frame = decodeServerFrame(bytes.subarray(start, end))
      if (!frame.ok || frame.value.type !== 'bye') return undefined
      const { code, retryAfterMs } = frame.value
      byes.set(code, (byes.get(code) ?? 0) + 1)
      roster.advised(member, retryAfterMs)
      return undefined
    },
  }
}
