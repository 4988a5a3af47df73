// Arrivals at a fixed rate whatever the server does. Each arrival is told its *intended* time, and latency counts from it:
// a generator or a server that falls behind shows up in the figures instead of hiding in them (coordinated omission).

const TICK_MS = 1

/** Calls `arrive(index, intendedAtMs)` `ratePerSecond` times a second for `durationMs`; resolves after the last. */
export const runOpenLoop = (
  ratePerSecond: number,
  durationMs: number,
  arrive: (index: number, intendedAtMs: number) => void,
): Promise<void> =>
  new Promise((resolve) => {
    const total = Math.round((ratePerSecond * durationMs) / 1000)
    const startedAtMs = performance.now()
    let next = 0
    const tick = () => {
      const dueCount = Math.min(total, Math.floor(((performance.now() - startedAtMs) * ratePerSecond) / 1000) + 1)
      for (; next < dueCount; next += 1) arrive(next, startedAtMs + (next * 1000) / ratePerSecond)
      if (next < total) setTimeout(tick, TICK_MS)
      else resolve()
    }
    tick()
  })
