import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets everything that is already resolved run to its end: microtasks and a few turns of the event loop, no time. */
export const settle = async (turns = 4): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await nextTurn()
}
