// Everybody who waits for an agent: their places in the queues of the groups that may answer, and how fast those move.
// One line for the server and for the simulated day. It follows claims; who gets one, and when, is decided elsewhere.
import type { ConversationId, EpochMs, GroupId } from '../../protocol/index.ts'
import type { CareState, Claim } from './care-state.ts'
import { createGroupQueues, type GroupQueues } from './group-queues.ts'
import { createQueuePace, type QueuePace, type WaitEstimate } from './queue-pace.ts'

export type Outlook = {
  /** 1 is next. Among those who wait for the group where fewest stand before it. */
  readonly position: number
  /** The shortest among its groups'; undefined while no pace is known. */
  readonly wait: WaitEstimate | undefined
}

/** Who waits, with all that they may claim. */
export type InLine = Claim & { readonly id: ConversationId }

/** Whoever left the line for this did so because of an agent, not because they went away. */
const isServed = ({ phase }: CareState): boolean => phase === 'offered' || phase === 'going' || phase === 'owned'

export type WaitingLine = {
  readonly queues: Omit<GroupQueues<InLine>, 'add' | 'remove'>
  follow(id: ConversationId, state: CareState, now: EpochMs): void
  /** Undefined for who does not wait. */
  outlook(id: ConversationId, now: EpochMs): Outlook | undefined
  /** Those who wait were found in the journal, not seen to come: what the queues did meanwhile says nothing of their pace. */
  restart(now: EpochMs): void
}

type Waiting = { readonly claim: Claim; readonly since: EpochMs }

/** SPEC D7.17, D7.20, D7.21. */
export const createWaitingLine = (): WaitingLine => {
  const queues = createGroupQueues<InLine>()
  const paces = new Map<GroupId, QueuePace>()
  const waiting = new Map<ConversationId, Waiting>()

  const paceOf = (group: GroupId): QueuePace => {
    const known = paces.get(group) ?? createQueuePace()
    paces.set(group, known)
    return known
  }

  const leave = (id: ConversationId, groups: readonly GroupId[], waitedMs: number | null, now: EpochMs): void => {
    for (const group of groups) paceOf(group).left(queues.positionIn(group, id), queues.lengthOf(group), waitedMs, now)
  }

  return {
    queues,
    follow(id, state, now) {
      const before = waiting.get(id)
      const claim = state.phase === 'waiting' ? state.claim : undefined
      if (before?.claim === claim) return
      const left = before?.claim.groups.filter((group) => !claim?.groups.includes(group)) ?? []
      if (before && left.length > 0) leave(id, left, isServed(state) ? now - before.since : null, now)
      if (!claim) {
        waiting.delete(id)
        queues.remove(id)
        return
      }
      waiting.set(id, { claim, since: before?.since ?? now })
      queues.add({ id, ...claim })
      for (const group of claim.groups)
        if (!before?.claim.groups.includes(group))
          paceOf(group).joined(queues.positionIn(group, id), queues.lengthOf(group), now)
    },
    outlook(id, now) {
      let best: Outlook | undefined
      for (const group of waiting.get(id)?.claim.groups ?? []) {
        const position = queues.positionIn(group, id)
        const wait = paces.get(group)?.estimate(position, now)
        const isSooner = wait && wait.atMostMs < (best?.wait?.atMostMs ?? Number.POSITIVE_INFINITY)
        best = { position: Math.min(position, best?.position ?? position), wait: isSooner ? wait : best?.wait }
      }
      return best
    },
    restart(now) {
      paces.clear()
      const groups = new Set([...waiting.values()].flatMap(({ claim }) => claim.groups))
      for (const group of groups) paceOf(group).joined(queues.lengthOf(group), queues.lengthOf(group), now)
    },
  }
}
