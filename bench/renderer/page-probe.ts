// Runs in the page before its own scripts, so it is one function that knows nothing around it. Notes what the browser itself says of
// each input, from the hardware's time to the next frame that was presented (Event Timing); the main thread's share of it, until the
// frame was drawn; and frames that took long.

export type InputEvent = {
  readonly step: string
  readonly interaction: number
  readonly name: string
  readonly durationMs: number
  /** Until its first handler ran; in its handlers. */
  readonly waitedMs: number
  readonly handledMs: number
}
export type DrawnFrame = { readonly step: string; readonly name: string; readonly tookMs: number }
export type LongFrame = { readonly step: string; readonly durationMs: number; readonly scripts: readonly string[] }

export type Seen = {
  /** Inputs outside of steps are not noted. */
  step: string
  readonly events: InputEvent[]
  readonly drawn: DrawnFrame[]
  readonly longFrames: LongFrame[]
}

declare global {
  interface Window {
    benchProbe: Seen
  }
}

/** Newer than the compiler's idea of a browser. */
type LongFrameEntry = PerformanceEntry & {
  readonly scripts: readonly { readonly invoker: string; readonly duration: number }[]
}

export const installProbe = (): void => {
  const probe: Seen = { step: '', events: [], drawn: [], longFrames: [] }
  window.benchProbe = probe
  const eventTiming: PerformanceObserverInit & { durationThreshold: number } = { type: 'event', durationThreshold: 16 }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (entry.interactionId > 0)
        probe.events.push({
          step: probe.step,
          interaction: entry.interactionId,
          name: entry.name,
          durationMs: entry.duration,
          waitedMs: entry.processingStart - entry.startTime,
          handledMs: entry.processingEnd - entry.processingStart,
        })
  }).observe(eventTiming)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LongFrameEntry[])
      probe.longFrames.push({
        step: probe.step,
        durationMs: entry.duration,
        scripts: entry.scripts.map(({ invoker, duration }) => `${invoker} ${Math.round(duration)} ms`),
      })
  }).observe({ type: 'long-animation-frame' })
  const { port1, port2 } = new MessageChannel()
  const drawing: { readonly step: string; readonly name: string; readonly startMs: number }[] = []
  port2.addEventListener('message', () => {
    const sample = drawing.shift()
    if (sample) probe.drawn.push({ step: sample.step, name: sample.name, tookMs: performance.now() - sample.startMs })
  })
  port2.start()
  const note = (event: Event): void => {
    const { step } = probe
    if (step === '') return
    // A message that is posted in a frame's callback is delivered after that frame was drawn.
    requestAnimationFrame(() => {
      drawing.push({ step, name: event.type, startMs: event.timeStamp })
      port1.postMessage(undefined)
    })
  }
  for (const name of ['keydown', 'click']) window.addEventListener(name, note, { capture: true })
}
