// Who is there: has a connection, or lost the last one so recently that a reload or a Wi-Fi change explains it.
import type { EpochMs } from '../../protocol/index.ts'

export type PresenceTable<Id> = {
  /** One more connection. @returns whether they were not there before. */
  arrive(id: Id): boolean
  /** One connection less. @returns until when they still count as there, when it was the last. */
  leave(id: Id, now: EpochMs): EpochMs | undefined
  /** @returns those whose grace is over by now; each is told once. */
  expire(now: EpochMs): readonly Id[]
  /** When `expire` has something to tell next. */
  nextExpiry(): EpochMs | undefined
  /** Leaves at once, without grace. @returns whether they were there and have no connection any more. */
  forget(id: Id): boolean
  has(id: Id): boolean
  all(): Iterable<Id>
  readonly size: number
}

export const createPresenceTable = <Id>(graceMs: number): PresenceTable<Id> => {
  const connections = new Map<Id, number>()
  // In the order of leaving, which is the order of expiry: the grace is the same for all.
  const leaving = new Map<Id, EpochMs>()
  return {
    arrive(id) {
      const count = connections.get(id)
      connections.set(id, (count ?? 0) + 1)
      leaving.delete(id)
      return count === undefined
    },
    leave(id, now) {
      const count = connections.get(id)
      if (!count) return undefined
      connections.set(id, count - 1)
      if (count > 1) return undefined
      const until = (now + graceMs) as EpochMs
      leaving.set(id, until)
      return until
    },
    expire(now) {
      const gone: Id[] = []
      for (const [id, until] of leaving) {
        // Further away than any grace lasts: the clock was set back, and the grace starts over.
        if (until > now + graceMs) {
          leaving.set(id, (now + graceMs) as EpochMs)
          continue
        }
        if (until > now) break
        leaving.delete(id)
        connections.delete(id)
        gone.push(id)
      }
      return gone
    },
    nextExpiry: () => leaving.values().next().value,
    forget(id) {
      if (connections.get(id) !== 0) return false
      leaving.delete(id)
      return connections.delete(id)
    },
    has: (id) => connections.has(id),
    all: () => connections.keys(),
    get size() {
      return connections.size
    },
  }
}
