// What the visitor typed and attached but has not sent: kept at every keystroke, the same in all tabs (D5).
import { limits, type FileRef } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { storageKeys } from '../storage/storage-keys.ts'
import type { WidgetStorage } from '../storage/widget-storage.ts'

export type Draft = { readonly text: string; readonly files: readonly FileRef[] }

export const emptyDraft: Draft = { text: '', files: [] }

export type DraftKeeper = {
  read(): Draft
  write(draft: Draft): void
  /** Another tab wrote. */
  onChanged(listener: () => void): Cancel
}

const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'name' in value &&
  'bytes' in value &&
  'width' in value

export const createDraftKeeper = (storage: WidgetStorage): DraftKeeper => ({
  read() {
    try {
      const value: unknown = JSON.parse(storage.get(storageKeys.draft) ?? 'null')
      if (typeof value !== 'object' || value === null || !('text' in value) || !('files' in value)) return emptyDraft
      const files = Array.isArray(value.files) ? value.files.filter(isFileRef).slice(0, limits.maxFilesPerMessage) : []
      return { text: typeof value.text === 'string' ? value.text : '', files }
    } catch {
      // Unreadable: nothing to restore.
      return emptyDraft
    }
  },
  write(draft) {
    if (draft.text === '' && draft.files.length === 0) storage.remove(storageKeys.draft)
    else storage.set(storageKeys.draft, JSON.stringify(draft))
  },
  onChanged: (listener) => storage.onChanged((key) => key === storageKeys.draft && listener()),
})
