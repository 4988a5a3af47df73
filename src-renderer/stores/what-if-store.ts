// Changes to routing that somebody tries before saving them, and the last replay. Gone with the window: nothing of it is true.
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WhatIfDraft, WhatIfReport } from '#protocol/what-if-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'

export type Trial = {
  /** One for each setting: trying it again replaces it. */
  readonly key: string
  readonly name: string
  readonly draft: WhatIfDraft
  /** Saves it as the dialog it came from would have. */
  readonly store: () => Promise<ApiResult<unknown>>
}

export type WhatIfState = {
  readonly trials: readonly Trial[]
  /** As it was chosen; undefined for yesterday. */
  readonly day: string | undefined
  readonly replay:
    | { readonly day: string; readonly trials: readonly Trial[]; readonly report: WhatIfReport }
    | undefined
}

export type WhatIfStore = StoreApi<WhatIfState>

export const createWhatIfStore = (): WhatIfStore =>
  createStore<WhatIfState>(() => ({ trials: [], day: undefined, replay: undefined }))

export const tryOut = (store: WhatIfStore, trial: Trial): void =>
  store.setState(({ trials }) => ({ trials: [...trials.filter(({ key }) => key !== trial.key), trial] }))

export const dropTrial = (store: WhatIfStore, key: string): void =>
  store.setState(({ trials }) => ({ trials: trials.filter((trial) => trial.key !== key) }))
