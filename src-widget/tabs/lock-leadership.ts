// Leadership by the browser's locks: they free themselves when a tab closes or crashes, so nobody has to notice.
import type { Leadership, LeadershipEvents } from './leadership.ts'

/** The part of navigator.locks that is used. */
export type Locks = {
  request(
    name: string,
    options: { readonly signal?: AbortSignal; readonly steal?: boolean },
    whileHeld: () => Promise<void>,
  ): Promise<unknown>
}

export const createLockLeadership = (locks: Locks, name: string): Leadership => {
  let events: LeadershipEvents | undefined
  /** The request in force: waiting in the queue or holding the lock. */
  let request: { readonly withdraw: AbortController; release: (() => void) | undefined } | undefined

  const stand = (steal: boolean): void => {
    const mine: NonNullable<typeof request> = { withdraw: new AbortController(), release: undefined }
    request = mine
    const whileHeld = (): Promise<void> => {
      const held = new Promise<void>((release) => {
        mine.release = release
      })
      if (request === mine) events?.elected()
      else mine.release?.()
      return held
    }
    const gone = (error: unknown): void => {
      // Settled by our own doing, or replaced by a newer request: nothing was taken from us.
      if (request !== mine) return
      request = undefined
      if (!events) return
      // Sandboxed frames have the lock manager but may not use it: such a tab is alone anyway.
      if (error instanceof DOMException && error.name === 'SecurityError') return events.elected()
      if (mine.release) events.deposed()
      stand(false)
    }
    // The browser refuses the two options together.
    locks
      .request(name, steal ? { steal } : { signal: mine.withdraw.signal }, whileHeld)
      .then(() => gone(undefined), gone)
  }

  const withdraw = (): void => {
    const mine = request
    request = undefined
    if (mine?.release) mine.release()
    else mine?.withdraw.abort()
  }

  return {
    campaign(next) {
      events = next
      if (!request) stand(false)
    },
    steal() {
      if (!events || request?.release) return
      withdraw()
      stand(true)
    },
    resign() {
      events = undefined
      withdraw()
    },
  }
}
