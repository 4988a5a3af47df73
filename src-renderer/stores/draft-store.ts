// What an agent typed and did not send yet, per conversation. Written to storage on every keystroke, so that a reload or a
// crash loses nothing (D5).
import type { ConversationId, FileRef, Offset, ReplyId, Seq } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isCalled, type Called } from './mention-at.ts'
import type { SimpleStorage } from './memory-storage.ts'

export type Draft = {
  readonly text: string
  /** Uploaded already, so they survive a reload too. */
  readonly files: readonly FileRef[]
  /** What a quick reply could not fill in, as it stands in the text. */
  readonly blanks: readonly string[]
  /** The quick reply inserted last; 0 for none. */
  readonly reply: ReplyId | 0
  /** The message that is answered; 0 for none. */
  readonly quote: Offset | 0
  /** Of a note: colleagues who were picked, under the names that stand in the text. */
  readonly mentions: readonly Called[]
  /** The newest entry of the conversation when it was begun; 0 when that was not known. */
  readonly seen: Seq | 0
  readonly changedAt: number
}

export type DraftStore = StoreApi<ReadonlyMap<ConversationId, Draft>> & {
  /** An empty draft is removed. */
  readonly change: (conversation: ConversationId, change: Partial<Omit<Draft, 'changedAt' | 'seen'>>) => void
  readonly clear: (conversation: ConversationId) => void
  /** Another window of the same person wrote to the storage they share. */
  readonly heard: (key: string | null, value: string | null) => void
}

export const noDraft: Draft = {
  text: '',
  files: [],
  blanks: [],
  reply: 0,
  quote: 0,
  mentions: [],
  seen: 0,
  changedAt: 0,
}

/** Drafts kept at once: far above what one agent leaves unsent; the oldest go first. */
export const maxDrafts = 200

export function createDraftStore(
  storage: SimpleStorage,
  prefix: string,
  now: () => number,
  /** The newest entry of a conversation that is known here. */
  newestSeq: (conversation: ConversationId) => Seq | 0,
): DraftStore {
  const keyOf = (conversation: ConversationId): string => `${prefix}:draft:${conversation}`
  const store = createStore<ReadonlyMap<ConversationId, Draft>>(() => readDrafts(storage, `${prefix}:draft:`))

  const write = (conversation: ConversationId, draft: Draft): void => {
    const drafts = new Map(store.getState())
    if (draft.text === '' && draft.files.length === 0 && draft.quote === 0) {
      drafts.delete(conversation)
      storage.removeItem(keyOf(conversation))
    } else {
      // Deleted first, so that the map's order is the order of the last change.
      drafts.delete(conversation)
      drafts.set(conversation, draft)
      persist(storage, keyOf(conversation), draft)
    }
    for (const [oldest] of drafts) {
      if (drafts.size <= maxDrafts) break
      drafts.delete(oldest)
      storage.removeItem(keyOf(oldest))
    }
    store.setState(drafts, true)
  }

  return {
    ...store,
    change: (conversation, change) => {
      const before = store.getState().get(conversation) ?? { ...noDraft, seen: newestSeq(conversation) }
      write(conversation, { ...before, ...change, changedAt: now() })
    },
    clear: (conversation) => write(conversation, noDraft),
    heard: (key, value) => {
      const conversation = conversationOf(key ?? '', `${prefix}:draft:`)
      if (conversation === undefined) return
      const drafts = new Map(store.getState())
      const draft = parseDraft(value)
      drafts.delete(conversation)
      if (draft) drafts.set(conversation, draft)
      store.setState(drafts, true)
    },
  }
}

function conversationOf(key: string, prefix: string): ConversationId | undefined {
  const id = key.startsWith(prefix) ? Number(key.slice(prefix.length)) : 0
  return Number.isSafeInteger(id) && id > 0 ? (id as ConversationId) : undefined
}

function persist(storage: SimpleStorage, key: string, draft: Draft): void {
  try {
    storage.setItem(key, JSON.stringify(draft))
  } catch {
    // Storage is full or forbidden: the draft lives on in this window, which is all that can be had.
  }
}

function readDrafts(storage: SimpleStorage, prefix: string): ReadonlyMap<ConversationId, Draft> {
  const found: [ConversationId, Draft][] = []
  for (let index = 0; index < storage.length; index += 1) {
    const key = storage.key(index) ?? ''
    const draft = key.startsWith(prefix) ? parseDraft(storage.getItem(key)) : undefined
    if (draft) found.push([Number(key.slice(prefix.length)) as ConversationId, draft])
  }
  return new Map(found.sort(([, one], [, other]) => one.changedAt - other.changedAt))
}

function parseDraft(stored: string | null): Draft | undefined {
  try {
    const { text, files, blanks, reply, quote, mentions, seen, changedAt } = JSON.parse(stored ?? '') as Partial<Draft>
    if (typeof text !== 'string') return undefined
    return {
      text,
      files: Array.isArray(files) ? files : [],
      blanks: Array.isArray(blanks) ? blanks.filter((blank) => typeof blank === 'string') : [],
      reply: typeof reply === 'number' ? reply : 0,
      quote: typeof quote === 'number' ? quote : 0,
      mentions: Array.isArray(mentions) ? mentions.filter(isCalled) : [],
      seen: typeof seen === 'number' ? seen : 0,
      changedAt: typeof changedAt === 'number' ? changedAt : 0,
    }
  } catch {
    return undefined
  }
}
