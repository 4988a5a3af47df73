// How a computer that hosts is left: whoever is connected is named first, then the server drains, then the app goes.
// Electron-free: who asks, who counts and who drains is passed in.
import type { Connected } from '../server-host/server-host.ts'

/** Everybody but the person who sits here; `unknown`: the server does not answer. */
export type Others = Connected | 'unknown'

export type QuitFlowParts = {
  others(): Promise<Others>
  /** @returns whether to quit nevertheless. */
  ask(others: Others): Promise<boolean>
  /** Ends what runs; windows may close from here on. */
  drain(): Promise<void>
}

export type QuitFlow = {
  /** Whether it was decided: nothing may hold a window back any more. */
  readonly isQuitting: boolean
  /** @returns false when the person stays. One question at a time: a second try waits for the first. */
  attempt(): Promise<boolean>
  /** The system shuts down or the session ends: nobody is there to be asked. */
  systemEnds(): void
}

/** @param sitsHere whether the person at this computer is one of the colleagues counted. */
export const othersThan = (sitsHere: boolean, connected: Connected): Connected => ({
  agents: Math.max(0, connected.agents - (sitsHere ? 1 : 0)),
  visitors: connected.visitors,
})

export const createQuitFlow = ({ others, ask, drain }: QuitFlowParts): QuitFlow => {
  let underWay: Promise<boolean> | undefined
  let isCertain = false
  let isQuitting = false

  const mayQuit = async (): Promise<boolean> => {
    if (isCertain) return true
    const who = await others()
    if (isCertain || (who !== 'unknown' && who.agents === 0 && who.visitors === 0)) return true
    return ask(who)
  }
  const attempt = async (): Promise<boolean> => {
    if (!(await mayQuit())) return false
    isQuitting = true
    await drain()
    return true
  }
  return {
    get isQuitting() {
      return isQuitting
    },
    attempt: () =>
      (underWay ??= attempt().finally(() => {
        underWay = undefined
      })),
    systemEnds: () => {
      isCertain = true
    },
  }
}
