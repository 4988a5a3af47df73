// Editing and recalling one's own words, from wherever they are shown: the composer takes what is edited, a recall goes out at once and can be
// written again.
import type { ConversationId, Result } from '#protocol'
import { useDesk } from './desk.ts'
import { noDraft } from './draft-store.ts'
import type { OwnWords } from './edit-store.ts'
import { noteDraftOf } from './note-draft.ts'

export type Revise = {
  readonly edit: (words: OwnWords) => void
  /** Refused at once only for what is not about the message itself. */
  readonly recall: (words: OwnWords) => Result<unknown>
  /** Where it would be written: after what is there. */
  readonly writeAgain: (words: OwnWords) => void
}

export function useRevise(conversation: ConversationId): Revise {
  const { session, edits, drafts, signals, workspace } = useDesk()
  /** After the menu that it was chosen in has given the focus back. */
  const goWrite = (): void => void window.requestAnimationFrame(() => signals.focusComposer())
  return {
    edit: (words) => {
      edits.begin(conversation, words)
      goWrite()
    },
    recall: (words) => {
      const done = session.client.revise(conversation, words.cid, null)
      if (!done.ok) return done
      edits.remember(words)
      if (edits.getState().open.get(conversation)?.of.cid === words.cid) edits.end(conversation)
      // Where the focus was is gone with the words.
      goWrite()
      return done
    },
    writeAgain: ({ isNote, text, files, quote }) => {
      const place = isNote ? noteDraftOf(conversation) : conversation
      const draft = drafts.getState().get(place) ?? noDraft
      drafts.change(place, {
        text: [draft.text, text].filter((part) => part !== '').join('\n'),
        files: [...draft.files, ...files],
        quote: draft.quote === 0 ? quote : draft.quote,
      })
      if (isNote) workspace.setState({ dialog: 'note' })
      else goWrite()
    },
  }
}
