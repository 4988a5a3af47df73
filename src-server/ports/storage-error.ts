import type { ErrorCode } from '../protocol/index.ts'

export type StorageErrorCode = Extract<ErrorCode, 'storage_busy' | 'storage_full' | 'storage_failed'>

/**
 * What the store's methods without a Result reject with when the disk, not the caller, is at fault. Nothing was stored; a
 * retry is safe. Every other rejection is a bug.
 */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: StorageErrorCode

  constructor(code: StorageErrorCode) {
    super(code)
    this.code = code
  }
}
