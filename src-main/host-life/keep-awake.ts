// A computer that hosts must not fall asleep under its visitors. The screen may go dark.
import type { HostState } from '../bridge/bridge-contract.ts'

/** The part of Electron's powerSaveBlocker that is used; passed in so that tests need no Electron. */
export type PowerSaveBlocker = {
  start(kind: 'prevent-app-suspension'): number
  stop(id: number): unknown
}

/** One that restarts is awaited by clients; one that failed serves nobody until somebody acts. */
const serves = ({ kind }: HostState): boolean => kind === 'running' || kind === 'starting' || kind === 'restarting'

export const createKeepAwake = (blocker: PowerSaveBlocker): ((host: HostState) => void) => {
  let held: number | undefined
  return (host) => {
    if (serves(host)) held ??= blocker.start('prevent-app-suspension')
    else if (held !== undefined) {
      blocker.stop(held)
      held = undefined
    }
  }
}
