// What is known of reply times: learned while the server runs, and again from the journal after a start, which must come to the same.
import type { EntryTrace, OpenConversation } from '../../ports/journal.ts'
import type { Offset } from '../../protocol/index.ts'
import { createReplyWatch } from './reply-watch.ts'
import { createResponseTimes, type ResponseTimes } from './response-times.ts'

/** The journal's past, oldest first; it may reach into what was applied since the recall began. */
export type ReplyRecall = {
  take(trace: EntryTrace): void
  /** What was taken, and applied after it, is what is known from now on. */
  done(): void
}

export type ReplyMemory = Pick<ResponseTimes, 'speeds'> & {
  /** Starts over with the conversations; what was learned of reply times stays. */
  load(open: readonly OpenConversation[]): void
  /** In the journal's order. */
  apply(trace: EntryTrace): void
  /** Until it is done, what was known before serves. One that is never done changes nothing. */
  recall(): ReplyRecall
}

const create = () => {
  const times = createResponseTimes()
  return { times, watch: createReplyWatch(times) }
}

/** SPEC D7.14. */
export const createReplyMemory = (): ReplyMemory => {
  let known = create()
  /** Up to here it is known already. */
  let recalledTo = 0 as Offset
  let meanwhile: EntryTrace[] | undefined

  const apply = (trace: EntryTrace): void => {
    if (trace.offset <= recalledTo) return
    known.watch.apply(trace)
    meanwhile?.push(trace)
  }

  return {
    speeds: (agents, now) => known.times.speeds(agents, now),
    load: (open) => known.watch.load(open),
    apply,
    recall() {
      const past = create()
      let last = 0 as Offset
      meanwhile = []
      return {
        take(trace) {
          last = trace.offset
          past.watch.apply(trace)
        },
        done() {
          for (const trace of meanwhile ?? []) if (trace.offset > last) past.watch.apply(trace)
          // Conversations older than what was read.
          past.watch.adopt(known.watch)
          meanwhile = undefined
          known = past
          recalledTo = last
        },
      }
    },
  }
}
