// What is being done with many conversations, how far it is, and what of it could not be done.
import type { ConversationId, ErrorCode } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

export type Bulk = {
  /** Under way: one at a time. */
  readonly progress: { readonly done: number; readonly total: number } | undefined
  /** To be shown until it was read; empty when everything was done. */
  readonly failures: readonly { readonly id: ConversationId; readonly code: ErrorCode }[]
  readonly succeeded: number
}

export type BulkStore = StoreApi<Bulk>

export const createBulkStore = (): BulkStore =>
  createStore<Bulk>(() => ({ progress: undefined, failures: [], succeeded: 0 }))
