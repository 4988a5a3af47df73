// Runs one presence table on the clock: tells when somebody came and, after the grace time, went.
import type { Cancel, Clock } from '../../ports/clock.ts'
import { createPresenceTable, type PresenceTable } from '../../core/presence/presence-table.ts'

export type PresenceWatch<Id> = Pick<PresenceTable<Id>, 'has' | 'all' | 'size'> & {
  arrive(id: Id): void
  leave(id: Id): void
  /** Skips the grace time of someone whose last connection was ended on purpose. */
  forget(id: Id): void
  stop(): void
}

export const createPresenceWatch = <Id>(parts: {
  readonly clock: Clock
  readonly graceMs: number
  readonly changed: (id: Id, isThere: boolean) => void
}): PresenceWatch<Id> => {
  const { clock, changed } = parts
  const table = createPresenceTable<Id>(parts.graceMs)
  let cancel: Cancel | undefined

  const arm = (): void => {
    const at = table.nextExpiry()
    if (cancel || at === undefined) return
    cancel = clock.after(at - clock.now(), () => {
      cancel = undefined
      for (const id of table.expire(clock.now())) changed(id, false)
      arm()
    })
  }

  return {
    has: table.has,
    all: table.all,
    get size() {
      return table.size
    },
    arrive(id) {
      if (table.arrive(id)) changed(id, true)
    },
    leave(id) {
      table.leave(id, clock.now())
      arm()
    },
    forget(id) {
      if (table.forget(id)) changed(id, false)
    },
    stop() {
      cancel?.()
    },
  }
}
