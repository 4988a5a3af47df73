// A quick reply as somebody wants to save it: a title and a shortcut that its owner's others do not have, and something to say.
import { isWellFormedText, type ReplyId } from '../../protocol/index.ts'
import type { QuickReply } from '../../protocol/reply-schemas.ts'
import { foldText, tidyText } from '../settings/fold-text.ts'
import { faultAt, type SettingFault } from '../settings/setting-fault.ts'

/** What its names are compared with: the owner's own replies only, so that one's own may stand before a shared one. */
export type TakenNames = {
  /** @returns whose title it is in that folder. */
  title(reply: QuickReply): ReplyId | undefined
  shortcut(reply: QuickReply): ReplyId | undefined
}

/** Typed in one go after a slash. */
const shortcutShape = /^[\p{L}\p{M}\p{N}_-]+$/u

export const tidyReply = (reply: QuickReply): QuickReply => ({
  ...reply,
  title: tidyText(reply.title),
  shortcut: foldText(reply.shortcut),
  folder: tidyText(reply.folder),
  text: reply.text.trim(),
})

const checkTitle = (reply: QuickReply, taken: TakenNames): readonly SettingFault[] => {
  if (reply.title === '') return [faultAt('title', 'title_missing')]
  if (!isWellFormedText(reply.title)) return [faultAt('title', 'text_malformed')]
  const other = taken.title(reply)
  return other === undefined || other === reply.id ? [] : [faultAt('title', 'name_taken', [reply.title])]
}

const checkShortcut = (reply: QuickReply, taken: TakenNames): readonly SettingFault[] => {
  if (reply.shortcut === '') return []
  if (!shortcutShape.test(reply.shortcut)) return [faultAt('shortcut', 'shortcut_malformed')]
  const other = taken.shortcut(reply)
  return other === undefined || other === reply.id ? [] : [faultAt('shortcut', 'shortcut_taken', [reply.shortcut])]
}

const checkText = ({ text, file }: QuickReply): readonly SettingFault[] => {
  if (!isWellFormedText(text)) return [faultAt('text', 'text_malformed')]
  return text === '' && file === null ? [faultAt('text', 'message_empty')] : []
}

/** Everything that is wrong with a tidied reply, each with its place. */
export const checkReply = (reply: QuickReply, taken: TakenNames): readonly SettingFault[] => [
  ...checkTitle(reply, taken),
  ...checkShortcut(reply, taken),
  ...(isWellFormedText(reply.folder) ? [] : [faultAt('folder', 'text_malformed')]),
  ...checkText(reply),
]
