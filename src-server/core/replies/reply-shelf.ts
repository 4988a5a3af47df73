// All quick replies as the server has them at hand: by id, by the names that must not be taken twice, and in the order in which
// they changed, so that a reader asks only for what is new. Pure; what is durable lies in the journal.
import { limits, NO_AGENT, type AgentId, type ReplyId } from '../../protocol/index.ts'
import type { QuickReply } from '../../protocol/reply-schemas.ts'
import { foldText } from '../settings/fold-text.ts'
import type { TakenNames } from './check-reply.ts'

/** `undefined`: it was deleted. */
type Slot = { readonly changed: number; readonly reply: QuickReply | undefined }

export type ShelfPage = {
  readonly replies: readonly QuickReply[]
  readonly gone: readonly ReplyId[]
  /** Number of the newest change in it. */
  readonly upTo: number
  readonly more: boolean
}

export type ReplyShelf = {
  readonly taken: TakenNames
  /** As stored; undefined when it is not there. */
  get(id: ReplyId): QuickReply | undefined
  put(reply: QuickReply): void
  remove(id: ReplyId): void
  /** Past every id that was ever used. */
  nextId(): ReplyId
  /** A deleted one's id is never given again. */
  noteUsed(id: ReplyId): void
  /** For so many more of this owner, and for texts of so many characters together. */
  room(owner: AgentId): { readonly replies: number; readonly text: number }
  /** Deletions were forgotten: who asks with an older number must get everything anew. */
  forgotten(): number
  /** Changes after a number, oldest first; those that this reader may not see count as gone. */
  after(changed: number, isVisible: (reply: QuickReply) => boolean): ShelfPage
}

export const titleKey = ({ owner, folder, title }: QuickReply): string =>
  JSON.stringify([owner, foldText(folder), foldText(title)])
export const shortcutKey = ({ owner, shortcut }: QuickReply): string => JSON.stringify([owner, foldText(shortcut)])

/** Bytes of a row beside its text, about: names and the keys of JSON. */
const ROW_OVERHEAD = 300
/** Of a UTF-16 unit in UTF-8, at most. */
const BYTES_PER_UNIT = 3

export const createReplyShelf = (): ReplyShelf => {
  // In the order of their changes: whoever changes is taken out and put at the end.
  const slots = new Map<ReplyId, Slot>()
  const titles = new Map<string, ReplyId>()
  const shortcuts = new Map<string, ReplyId>()
  const owned = new Map<AgentId, number>()
  let changes = 0
  let highest = 0
  let textLength = 0
  let count = 0
  let goneCount = 0
  let forgottenUpTo = 0

  const takeOut = (id: ReplyId): void => {
    const slot = slots.get(id)
    slots.delete(id)
    if (!slot) return
    const { reply } = slot
    if (!reply) {
      goneCount -= 1
      return
    }
    titles.delete(titleKey(reply))
    if (reply.shortcut !== '') shortcuts.delete(shortcutKey(reply))
    owned.set(reply.owner, (owned.get(reply.owner) ?? 1) - 1)
    textLength -= reply.text.length
    count -= 1
  }
  const putIn = (id: ReplyId, reply: QuickReply | undefined): void => {
    takeOut(id)
    changes += 1
    slots.set(id, { changed: changes, reply })
    highest = Math.max(highest, id)
  }
  const forgetGone = (): void => {
    if (goneCount <= limits.maxGoneReplies) return
    for (const [id, { reply, changed }] of slots) {
      if (reply) continue
      slots.delete(id)
      forgottenUpTo = changed
    }
    goneCount = 0
  }

  return {
    taken: {
      title: (reply) => titles.get(titleKey(reply)),
      shortcut: (reply) => shortcuts.get(shortcutKey(reply)),
    },
    get: (id) => slots.get(id)?.reply,
    put: (reply) => {
      putIn(reply.id, reply)
      titles.set(titleKey(reply), reply.id)
      if (reply.shortcut !== '') shortcuts.set(shortcutKey(reply), reply.id)
      owned.set(reply.owner, (owned.get(reply.owner) ?? 0) + 1)
      textLength += reply.text.length
      count += 1
    },
    remove: (id) => {
      putIn(id, undefined)
      goneCount += 1
      forgetGone()
    },
    nextId: () => (highest + 1) as ReplyId,
    noteUsed: (id) => {
      highest = Math.max(highest, id)
    },
    room: (owner) => {
      const most = owner === NO_AGENT ? limits.maxSharedReplies : limits.maxOwnReplies
      const replies = Math.min(most - (owned.get(owner) ?? 0), limits.maxRepliesInAll - count)
      return { replies, text: limits.maxReplyTextInAll - textLength }
    },
    forgotten: () => forgottenUpTo,
    after: (from, isVisible) => {
      const replies: QuickReply[] = []
      const gone: ReplyId[] = []
      let upTo = from
      let weight = 0
      for (const [id, { changed, reply }] of slots) {
        if (changed <= from) continue
        const isFullPage = replies.length + gone.length >= limits.repliesPerPage || weight >= limits.maxPageBytes
        if (isFullPage) return { replies, gone, upTo, more: true }
        upTo = changed
        if (reply && isVisible(reply)) {
          replies.push(reply)
          weight += reply.text.length * BYTES_PER_UNIT + ROW_OVERHEAD
        } else if (from > 0) gone.push(id)
      }
      return { replies, gone, upTo, more: false }
    },
  }
}
