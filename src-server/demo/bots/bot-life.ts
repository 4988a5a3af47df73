// The time of all bots: pauses and expectations that end with them. What waits when they end waits forever, and holds nothing.
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'

export type BotLife = {
  now(): number
  pause(ms: number): Promise<void>
  /** Whether it came true in time. */
  until(client: Client, isSo: (state: ClientState) => boolean, withinMs: number): Promise<boolean>
  /** No pause and no expectation ends any more. */
  end(): void
  readonly isOver: boolean
}

export const createBotLife = (clock: Clock): BotLife => {
  const cancels = new Set<Cancel>()
  let isOver = false

  /** @returns what forgets it again */
  const after = (ms: number, task: () => void): Cancel => {
    if (isOver) return () => undefined
    const forget = (): void => {
      cancels.delete(forget)
      cancel()
    }
    const cancel = clock.after(ms, () => {
      cancels.delete(forget)
      task()
    })
    cancels.add(forget)
    return forget
  }

  return {
    now: () => clock.now(),
    pause: (ms) => new Promise((resolve) => void after(ms, resolve)),
    until: (client, isSo, withinMs) =>
      new Promise((resolve) => {
        const settle = (cameTrue: boolean): void => {
          unsubscribe()
          forget()
          if (!isOver) resolve(cameTrue)
        }
        const look = (): void => {
          if (isSo(client.state())) settle(true)
        }
        const unsubscribe = client.subscribe(look)
        const forget = after(withinMs, () => settle(false))
        look()
      }),
    end() {
      isOver = true
      for (const forget of cancels) forget()
    },
    get isOver() {
      return isOver
    },
  }
}
