import type { ErrorCode } from '../../protocol/index.ts'
import { StorageError } from '../../ports/storage-error.ts'

/** What a client is told about a rejection: the disk's fault by its name, everything else is ours. */
export const faultCode = (error: unknown): ErrorCode => (error instanceof StorageError ? error.code : 'internal')
