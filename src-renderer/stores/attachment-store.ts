// Files on their way to the desk, per conversation: uploading or failed. What has arrived moves into the draft.
import { limits, type ConversationId, type FileRef } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ApiErrorCode } from '../platform/api-result.ts'
import type { DeskApi } from '../platform/desk-api.ts'
import type { DraftStore } from './draft-store.ts'

export type Attachment = {
  readonly id: number
  readonly file: File
  /** A blob address for pictures, revoked when the attachment goes. */
  readonly previewUrl: string | undefined
  readonly state:
    | { readonly kind: 'uploading'; readonly share: number }
    | { readonly kind: 'failed'; readonly code: ApiErrorCode }
}

export type AttachmentStore = StoreApi<ReadonlyMap<ConversationId, readonly Attachment[]>> & {
  /** Starts uploading at once. @returns what was refused before a byte went out, and why. */
  readonly add: (
    conversation: ConversationId,
    files: readonly File[],
  ) => readonly { readonly name: string; readonly code: ApiErrorCode }[]
  readonly retry: (conversation: ConversationId, id: number) => void
  readonly remove: (conversation: ConversationId, id: number) => void
}

const none: readonly Attachment[] = []

export function createAttachmentStore(api: DeskApi, drafts: DraftStore): AttachmentStore {
  const store = createStore<ReadonlyMap<ConversationId, readonly Attachment[]>>(() => new Map())
  const cancels = new Map<number, () => void>()
  const waiting: (() => void)[] = []
  let running = 0
  let lastId = 0

  const listOf = (conversation: ConversationId) => store.getState().get(conversation) ?? none
  const replace = (conversation: ConversationId, list: readonly Attachment[]): void => {
    const all = new Map(store.getState())
    if (list.length === 0) all.delete(conversation)
    else all.set(conversation, list)
    store.setState(all, true)
  }
  const update = (conversation: ConversationId, id: number, state: Attachment['state']): void =>
    replace(
      conversation,
      listOf(conversation).map((item) => (item.id === id ? { ...item, state } : item)),
    )
  const drop = (conversation: ConversationId, id: number): void => {
    const gone = listOf(conversation).find((item) => item.id === id)
    if (gone?.previewUrl !== undefined) URL.revokeObjectURL(gone.previewUrl)
    cancels.delete(id)
    replace(
      conversation,
      listOf(conversation).filter((item) => item.id !== id),
    )
  }
  const isThere = (conversation: ConversationId, id: number) => listOf(conversation).some((item) => item.id === id)

  const arrived = (conversation: ConversationId, id: number, file: FileRef): void => {
    drop(conversation, id)
    drafts.change(conversation, { files: [...(drafts.getState().get(conversation)?.files ?? []), file] })
  }

  const next = (): void => {
    running -= 1
    waiting.shift()?.()
  }

  const upload = async (conversation: ConversationId, { id, file }: Attachment): Promise<void> => {
    running += 1
    const { result, abort } = api.upload(file, (share) => update(conversation, id, { kind: 'uploading', share }))
    cancels.set(id, abort)
    const outcome = await result
    next()
    if (!isThere(conversation, id)) return
    if (outcome.ok) arrived(conversation, id, outcome.value)
    else update(conversation, id, { kind: 'failed', code: outcome.code })
  }

  /** The server takes limits.maxUploadsInFlight of one author at a time; the rest wait here. */
  const start = (conversation: ConversationId, attachment: Attachment): void => {
    if (running < limits.maxUploadsInFlight) void upload(conversation, attachment)
    else waiting.push(() => void (isThere(conversation, attachment.id) ? upload(conversation, attachment) : undefined))
  }

  return {
    ...store,
    add: (conversation, files) => {
      const refused: { name: string; code: ApiErrorCode }[] = []
      let room =
        limits.maxFilesPerMessage -
        listOf(conversation).length -
        (drafts.getState().get(conversation)?.files.length ?? 0)
      for (const file of files) {
        const code =
          file.size > limits.maxFileBytes
            ? 'file_too_large'
            : file.size === 0
              ? 'file_empty'
              : room <= 0
                ? 'too_many_files'
                : undefined
        if (code !== undefined) {
          refused.push({ name: file.name, code })
          continue
        }
        room -= 1
        lastId += 1
        const previewUrl = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined
        const attachment: Attachment = { id: lastId, file, previewUrl, state: { kind: 'uploading', share: 0 } }
        replace(conversation, [...listOf(conversation), attachment])
        start(conversation, attachment)
      }
      return refused
    },
    retry: (conversation, id) => {
      const attachment = listOf(conversation).find((item) => item.id === id)
      if (attachment?.state.kind !== 'failed') return
      update(conversation, id, { kind: 'uploading', share: 0 })
      start(conversation, attachment)
    },
    remove: (conversation, id) => {
      cancels.get(id)?.()
      drop(conversation, id)
    },
  }
}
