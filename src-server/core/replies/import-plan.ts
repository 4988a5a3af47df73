// Many replies at once, judged against those that are there and against each other before any of them is stored.
import type { AgentId, ErrorCode, ReplyId } from '../../protocol/index.ts'
import type { QuickReply } from '../../protocol/reply-schemas.ts'
import type { SettingFault } from '../settings/setting-fault.ts'
import type { TakenNames } from './check-reply.ts'
import { shortcutKey, titleKey, type ReplyShelf } from './reply-shelf.ts'

type Refused = { readonly index: number; readonly field: string; readonly code: ErrorCode }

export type ImportPlan = {
  nextId(): ReplyId
  readonly taken: TakenNames
  /** The next one with what is wrong with it; one that is there word for word counts as known. */
  take(index: number, reply: QuickReply, faults: readonly SettingFault[]): void
  replies(): readonly { readonly index: number; readonly reply: QuickReply }[]
  known(): number
  refused(): readonly Refused[]
}

export const createImportPlan = (shelf: ReplyShelf): ImportPlan => {
  const planned = new Map<ReplyId, { readonly index: number; readonly reply: QuickReply }>()
  const titles = new Map<string, ReplyId>()
  const shortcuts = new Map<string, ReplyId>()
  const counts = new Map<AgentId, number>()
  const refused: Refused[] = []
  let textLength = 0
  let known = 0
  let next = shelf.nextId()

  const taken: TakenNames = {
    title: (reply) => shelf.taken.title(reply) ?? titles.get(titleKey(reply)),
    shortcut: (reply) => shelf.taken.shortcut(reply) ?? shortcuts.get(shortcutKey(reply)),
  }
  const isKnown = (reply: QuickReply): boolean => {
    const id = taken.title(reply)
    const other = id === undefined ? undefined : (shelf.get(id) ?? planned.get(id)?.reply)
    return other !== undefined && JSON.stringify({ ...reply, id }) === JSON.stringify(other)
  }
  const hasRoom = ({ owner, text }: QuickReply): boolean => {
    const room = shelf.room(owner)
    return room.replies > (counts.get(owner) ?? 0) && room.text >= textLength + text.length
  }

  return {
    nextId: () => next,
    taken,
    take(index, reply, faults) {
      const [fault] = faults
      if (fault && isKnown(reply)) known += 1
      else if (fault) refused.push({ index, field: fault.field, code: fault.code })
      else if (!hasRoom(reply)) refused.push({ index, field: '', code: 'too_many_settings' })
      else {
        planned.set(reply.id, { index, reply })
        titles.set(titleKey(reply), reply.id)
        if (reply.shortcut !== '') shortcuts.set(shortcutKey(reply), reply.id)
        counts.set(reply.owner, (counts.get(reply.owner) ?? 0) + 1)
        textLength += reply.text.length
        next = (next + 1) as ReplyId
      }
    },
    replies: () => [...planned.values()],
    known: () => known,
    refused: () => refused,
  }
}
