// What the database knows of uploaded files; their bytes lie in the data folder.
import type { Author, EpochMs, FileKey, FileRef, VisitorId } from '../protocol/index.ts'

export type FileOwner = { readonly author: Author; readonly visitor: VisitorId | 0 }
export type StoredFileRecord = FileRef & { readonly uploadedAt: EpochMs }

export type FileStore = {
  add(file: FileRef, owner: FileOwner, at: EpochMs): Promise<void>
  find(key: FileKey): Promise<StoredFileRecord | undefined>
  /** Files that no message names and that are older than `before`. */
  orphans(before: EpochMs): Promise<readonly FileKey[]>
  /** @returns those removed: a file that a message named meanwhile stays. Delete the bytes of these only, and after it. */
  remove(keys: readonly FileKey[]): Promise<readonly FileKey[]>
}
