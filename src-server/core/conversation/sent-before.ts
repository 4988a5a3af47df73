import type { Entry, FileKey } from '../../protocol/index.ts'
import type { SentBefore } from './decision-context.ts'

const none: readonly FileKey[] = []

/** @param entry as it was written first. @returns undefined for what has no cid. */
export const sentBeforeOf = (entry: Entry, isRecalled: boolean): SentBefore | undefined => {
  const { conversation, offset, seq, at } = entry
  const place = { conversation, offset, seq, at, isRecalled }
  switch (entry.kind) {
    case 'message.sent':
      return { ...place, text: entry.body.text, files: entry.body.files.map((file) => file.key), as: 'message' }
    case 'note.added':
      return { ...place, text: entry.body.text, files: none, as: 'note' }
    case 'message.revised': {
      const { message, text } = entry.body
      return { ...place, text: text ?? '', files: none, as: { revised: message, isRecall: text === null } }
    }
    case 'conversation.rated': {
      const { comment, score } = entry.body
      return { ...place, text: comment, files: none, as: { score } }
    }
    default:
      return undefined
  }
}
