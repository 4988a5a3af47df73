// What goes between the gateway's thread and a storage thread.
import type { StorageErrorCode } from '../../ports/storage-error.ts'
import type { SlowQuery } from './slow-query-log.ts'
import type { StoreOpenErrorKind } from './store-open-error.ts'

/** Given to a worker at its birth. */
export type WorkerBirth = {
  readonly dataDir: string
  readonly nativeBinding: string | undefined
  /** The epoch of the journal, should it have to be made. */
  readonly epochCandidate: string
}

export type ToWorker =
  | { readonly type: 'call'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'ready'; readonly ready: unknown }
  | { readonly type: 'refused'; readonly kind: StoreOpenErrorKind; readonly path: string; readonly detail: string }
  | { readonly type: 'answer'; readonly id: number; readonly value: unknown }
  /** `code` when the disk is at fault; otherwise a bug, told by its stack. */
  | {
      readonly type: 'error'
      readonly id: number
      readonly code: StorageErrorCode | undefined
      readonly detail: string
    }
  | ({ readonly type: 'slow' } & SlowQuery)
