import type { AccountStore } from './account-store.ts'
import type { FileStore } from './file-store.ts'
import type { Journal } from './journal.ts'
import type { MessageSearch } from './message-search.ts'
import type { SecretStore } from './secret-store.ts'
import type { VisitorStore } from './visitor-store.ts'

/**
 * Everything one database holds, as its users see it. One contract suite holds all adapters to it. Methods without a Result
 * reject with a StorageError (storage-error.ts) when the disk is at fault, and otherwise only for bugs.
 */
export type Store = {
  readonly journal: Journal
  readonly accounts: AccountStore
  readonly visitors: VisitorStore
  readonly files: FileStore
  readonly secrets: SecretStore
  readonly search: MessageSearch
}
