// Waiting, for bots: a while, or until something is so. Everything ends when the bots are told to stop.
import type { Clock } from '../../ports/clock.ts'
import type { Client } from '#client/client.ts'

export type Pacing = {
  /** @returns false when the bots stopped meanwhile. */
  rest(ms: number): Promise<boolean>
  /** @returns whether it became so in time. */
  until(client: Client, isSo: () => boolean, withinMs: number): Promise<boolean>
}

export const createPacing = (clock: Clock, stopped: AbortSignal): Pacing => {
  const wait = async (client: Client | undefined, isSo: () => boolean, withinMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const end = (answer: boolean): void => {
        unsubscribe?.()
        cancel()
        stopped.removeEventListener('abort', giveUp)
        resolve(answer)
      }
      const giveUp = (): void => end(false)
      const cancel = clock.after(withinMs, () => end(client === undefined || isSo()))
      const unsubscribe = client?.subscribe(() => isSo() && end(true))
      stopped.addEventListener('abort', giveUp)
      if (stopped.aborted) end(false)
      else if (isSo()) end(true)
    })
  return {
    rest: async (ms) => wait(undefined, () => false, ms),
    until: async (client, isSo, withinMs) => wait(client, isSo, withinMs),
  }
}
