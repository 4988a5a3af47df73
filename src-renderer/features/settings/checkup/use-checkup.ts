// The checkup as the desktop program tells it; undefined until it has been asked.
import type { CheckupState } from '#bridge/bridge-contract.ts'
import { useEffect, useState } from 'react'
import type { Checkup } from '../../../platform/platform.ts'

export function useCheckup(checkup: Checkup): CheckupState | undefined {
  const [state, setState] = useState<CheckupState>()
  useEffect(() => {
    const stop = checkup.onChanged(setState)
    // What changes while this is under way is newer than the answer.
    void checkup.state().then((answer) => setState((known) => known ?? answer))
    return stop
  }, [checkup])
  return state
}
