// The client as a screen should hear it: told of changes in front of a frame, and of what others do at most ten times a second.
// An office of a thousand conversations changes two hundred times a second; each telling is a synchronous render.
import type { Client } from '#client/client.ts'
import type { Cancel } from '#client/environment.ts'

/** Nobody waits for a line so closely that they would see it, and nine tenths of the time are left for the hands. */
const tellEveryMs = 100
/** A window that nobody sees draws no frames, and must notify all the same. */
const unseenTellEveryMs = 250

export type Frames = {
  readonly now: () => number
  readonly isSeen: () => boolean
  readonly after: (delayMs: number, task: () => void) => Cancel
  readonly onFrame: (task: () => void) => Cancel
}

export const pageFrames: Frames = {
  now: () => performance.now(),
  isSeen: () => document.visibilityState === 'visible',
  after: (delayMs, task) => {
    const timer = window.setTimeout(task, delayMs)
    return () => window.clearTimeout(timer)
  },
  onFrame: (task) => {
    const frame = window.requestAnimationFrame(task)
    return () => window.cancelAnimationFrame(frame)
  },
}

export const paceByFrames = (client: Client, frames: Frames): Client => {
  const listeners = new Set<() => void>()
  let stopListening: Cancel | undefined
  let cancelTelling: Cancel | undefined
  let toldAtMs = Number.NEGATIVE_INFINITY

  const tell = (): void => {
    cancelTelling?.()
    cancelTelling = undefined
    toldAtMs = frames.now()
    for (const listener of listeners) listener()
  }

  /** A window may go out of sight before its frame comes: the timer behind it tells then. */
  const tellBeforeFrame = (): void => {
    const cancelFrame = frames.onFrame(tell)
    const cancelTimer = frames.after(unseenTellEveryMs, tell)
    cancelTelling = () => {
      cancelFrame()
      cancelTimer()
    }
  }

  const changed = (): void => {
    if (cancelTelling) return
    const dueInMs = toldAtMs + tellEveryMs - frames.now()
    if (!frames.isSeen()) cancelTelling = frames.after(unseenTellEveryMs, tell)
    else if (dueInMs <= 0) tellBeforeFrame()
    else cancelTelling = frames.after(dueInMs, tellBeforeFrame)
  }

  /** What a person does shows in the very next frame. */
  const atOnce = <Args extends readonly unknown[], Result>(act: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      const result = act(...args)
      if (stopListening && frames.isSeen()) {
        cancelTelling?.()
        tellBeforeFrame()
      }
      return result
    }
  }

  return {
    ...client,
    send: atOnce(client.send),
    retry: atOnce(client.retry),
    discard: atOnce(client.discard),
    open: atOnce(client.open),
    markRead: atOnce(client.markRead),
    subscribe(listener) {
      listeners.add(listener)
      stopListening ??= client.subscribe(changed)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stopListening?.()
        stopListening = undefined
        cancelTelling?.()
        cancelTelling = undefined
      }
    },
  }
}
