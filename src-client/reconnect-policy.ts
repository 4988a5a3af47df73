// When to try again: full jitter, so that a restarted server is not met by everyone at the same moment.
import { limits } from '#protocol'

/** @returns whole ms in [0, min(max, first × 2^attempt)); `attempt` counts from 0. */
export const fullJitterMs = (attempt: number, fraction: number): number =>
  Math.floor(fraction * Math.min(limits.reconnectMaxMs, limits.reconnectFirstMs * 2 ** Math.min(attempt, 20)))

/** The server's own wish goes before ours: it knows how long it restarts and has jittered it. */
export const reconnectDelayMs = (attempt: number, fraction: number, retryAfterMs: number | undefined): number =>
  retryAfterMs === undefined
    ? fullJitterMs(attempt, fraction)
    : Math.min(Math.max(retryAfterMs, 0), limits.maxRetryAfterMs)
