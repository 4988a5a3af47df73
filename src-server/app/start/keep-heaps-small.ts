// How much garbage the engine lets its heaps hold before it clears them.
import { setFlagsFromString } from 'node:v8'

/** Of what lives in a heap. By default the engine waits until a heap has doubled and more. */
const GROWING_PERCENT = 50

/**
 * With each message a few small things that outlive it are replaced: what a connection heard last, where a conversation stands. The old ones lie
 * around until a heap is cleared, 8 MB a second at 5,000 messages. For this thread and all that start later; measured, a fifth to a quarter
 * less memory under load for no more processor time.
 */
export const keepHeapsSmall = (): void => setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`)
