// Messages that are safe in storage before whoever will send them has taken them (D5). Each lies under its own key, so that
// tabs never overwrite each other's.
import type { Cid, FileRef } from '#protocol'
import type { OutgoingMessage } from '#client/client.ts'
import type { WidgetStorage } from './widget-storage.ts'

export type BoxedMessage = OutgoingMessage & { readonly cid: Cid; readonly createdAt: number }

export type MessageBox = {
  put(message: BoxedMessage): void
  remove(cid: Cid): void
  /** In the order they were written. What cannot be read back is dropped. */
  list(): readonly BoxedMessage[]
}

const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' && value !== null && 'key' in value && typeof value.key === 'string'

const parseBoxed = (text: string | undefined): BoxedMessage | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '')
    if (typeof value !== 'object' || value === null) return undefined
    const { cid, conversation, text: words, files, createdAt } = value as Record<string, unknown>
    if (typeof cid !== 'string' || typeof words !== 'string' || typeof conversation !== 'number') return undefined
    if (typeof createdAt !== 'number' || !Array.isArray(files) || !files.every(isFileRef)) return undefined
    return { cid, conversation, text: words, files, createdAt } as unknown as BoxedMessage
  } catch {
    // Not ours, or cut off by a full disk.
    return undefined
  }
}

export const createMessageBox = (storage: WidgetStorage, prefix: string): MessageBox => ({
  put: (message) => storage.set(prefix + message.cid, JSON.stringify(message)),
  remove: (cid) => storage.remove(prefix + cid),
  list: () =>
    storage
      .keys(prefix)
      .map((key) => parseBoxed(storage.get(key)))
      .filter((message) => message !== undefined)
      .toSorted((a, b) => a.createdAt - b.createdAt),
})
