import type { StorageErrorCode } from '../../ports/storage-error.ts'

const codes: Readonly<Record<string, StorageErrorCode>> = {
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  EFBIG: 'storage_full',
  EROFS: 'storage_failed',
  EACCES: 'storage_failed',
  EPERM: 'storage_failed',
  EIO: 'storage_failed',
  EMFILE: 'storage_busy',
  ENFILE: 'storage_busy',
}

/** The disk's fault by its name; undefined when it was something else, such as a connection that broke. */
export const storageCodeOf = (error: unknown): StorageErrorCode | undefined =>
  error instanceof Error && 'code' in error ? codes[String(error.code)] : undefined
