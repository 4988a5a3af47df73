// Whether the journal takes commits: what the last one said. A disk that failed counts as failing until one succeeds.
import type { Journal } from '../../ports/journal.ts'
import type { ErrorCode } from '../../protocol/index.ts'

export type StorageHealth = { readonly journal: Journal; isFailing(): boolean }

const faults: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['storage_failed', 'storage_full'])

export const watchStorage = (journal: Journal): StorageHealth => {
  let isFailing = false
  return {
    isFailing: () => isFailing,
    // Everything else as it is; `head` and `epoch` stay live because they are looked up, not copied.
    journal: Object.create(journal, {
      commit: {
        value: async (...args: Parameters<Journal['commit']>) => {
          const result = await journal.commit(...args)
          isFailing = !result.ok && faults.has(result.code)
          return result
        },
      },
    }) as Journal,
  }
}
