// A part of the widget that comes when it is wanted. It is asked for once; when it does not come, again and again for as long
// as somebody waits for it, less and less often. Knows nothing of scripts.
import type { Cancel } from '#client/environment.ts'
import { createListeners } from '../visitor/listeners.ts'

/** A dropped connection is often back after a second; a desk that is down is not asked more than every half minute. */
const FIRST_RETRY_MS = 1_000
const LAST_RETRY_MS = 30_000

export type WantedPart<Part> = {
  /** Undefined until it is there. */
  get(): Part | undefined
  /** The last try failed. Stays so during the next one: nothing blinks. */
  isFailed(): boolean
  /** Asks for it now; nothing happens when it is there or on its way. */
  want(): void
  subscribe(listener: () => void): Cancel
}

export type WantedPartOptions<Part> = {
  readonly load: () => Promise<Part>
  readonly after: (delayMs: number, task: () => void) => Cancel
  /** Whether somebody waits for it. */
  readonly isAwaited: () => boolean
}

export const createWantedPart = <Part>({ load, after, isAwaited }: WantedPartOptions<Part>): WantedPart<Part> => {
  const listeners = createListeners()
  let part: Part | undefined
  let isLoading = false
  let isFailed = false
  let retryMs = FIRST_RETRY_MS
  let cancelRetry: Cancel | undefined

  const want = (): void => {
    if (part || isLoading) return
    isLoading = true
    cancelRetry?.()
    void tryOnce()
  }

  const tryOnce = async (): Promise<void> => {
    try {
      part = await load()
    } catch {
      cancelRetry = after(retryMs, () => isAwaited() && want())
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
    }
    isLoading = false
    isFailed = !part
    listeners.notify()
  }

  return { get: () => part, isFailed: () => isFailed, want, subscribe: listeners.add }
}
