// Quick replies in the composer: opened by a slash, the key or the button; inserted as if they had been typed.
import { limits, type ConversationId } from '#protocol'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { useDesk } from '../../stores/desk.ts'
import type { Draft } from '../../stores/draft-store.ts'
import type { Reply } from '../../stores/replies/reply-search.ts'
import { blanksOf, fillIn, openBlanks, textOf, type ReplyFacts } from '../../stores/replies/reply-variables.ts'
import type { KeyPress } from './composer-keys.ts'
import { insertText } from '../../ui/insert-text.ts'
import { useReplyFacts } from './use-reply-facts.ts'
import { useReplyPicker, type ReplyPicker } from './use-reply-picker.ts'

export type Replies = {
  readonly picker: ReplyPicker | undefined
  readonly facts: ReplyFacts | undefined
  /** Writes the slash where the caret stands. */
  readonly open: () => void
  /** Fetches what changed, so that it is there when a slash is typed. */
  readonly warm: () => void
  readonly moved: (input: HTMLTextAreaElement | undefined) => void
  /** Whether the key was for the list. */
  readonly onKey: (press: KeyPress) => boolean
  readonly insert: (reply: Reply) => void
  readonly goToBlank: (blank: string) => void
  readonly aria: Readonly<Record<`aria-${string}`, string | undefined>>
}

export function useReplies(id: ConversationId, draft: Draft, input: RefObject<HTMLTextAreaElement | null>): Replies {
  const { drafts, habits, replies, signals } = useDesk()
  const facts = useReplyFacts(id)
  const { picker, moved, onKey, close } = useReplyPicker(draft.text)

  /** The slash that the button or the key wrote, which goes again when nobody wants it. */
  const written = useRef<number>(undefined)

  const select = (from: number, to: number): void => {
    const { current } = input
    current?.focus()
    current?.setSelectionRange(from, to)
  }
  const goToBlank = (blank: string): void => {
    const at = input.current?.value.indexOf(blank) ?? -1
    if (at >= 0) select(at, at + blank.length)
  }

  const insert = (reply: Reply): void => {
    const { current } = input
    if (!current || !picker || !facts) return
    const parts = fillIn(reply.text, facts)
    select(picker.slash.start, picker.slash.start + 1 + picker.slash.typed.length)
    insertText(current, textOf(parts))
    habits.used(reply.id)
    const before = drafts.getState().get(id)
    const files = before?.files ?? []
    const { file } = reply
    const isNew = file !== null && !files.some(({ key }) => key === file.key)
    const blanks = [...new Set([...openBlanks(current.value, before?.blanks ?? []), ...blanksOf(parts)])]
    drafts.change(id, {
      text: current.value,
      reply: reply.id,
      blanks,
      ...(isNew && files.length < limits.maxFilesPerMessage && { files: [...files, file] }),
    })
    const [first] = blanksOf(parts)
    if (first !== undefined) goToBlank(first)
  }

  const open = (): void => {
    const { current } = input
    if (!current) return
    current.focus()
    const before = current.value.slice(0, current.selectionStart)
    // A slash opens the list at the start of a word only.
    insertText(current, before === '' || /\s$/u.test(before) ? '/' : ' /')
    written.current = current.selectionStart - 1
    moved(current.selectionStart)
  }
  const openNow = useEffectEvent(open)
  useEffect(() => signals.on('openQuickReplies', () => openNow()), [signals])

  return {
    picker,
    facts,
    open,
    warm: () => void replies.refresh(),
    moved: (target) => {
      const isCaret = target !== undefined && target.selectionStart === target.selectionEnd
      moved(isCaret ? target.selectionStart : undefined)
    },
    onKey: (press) => {
      const meaning = onKey(press)
      if (meaning === 'insert' && picker?.active) insert(picker.active.reply)
      if (meaning === 'leave') {
        if (picker?.slash.typed === '' && picker.slash.start === written.current && input.current) {
          select(picker.slash.start, picker.slash.start + 1)
          insertText(input.current, '')
        } else close()
      }
      return meaning !== undefined
    },
    insert,
    goToBlank,
    aria: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': picker && picker.found.length > 0 ? picker.listId : undefined,
      'aria-activedescendant': picker?.active && picker.optionId(picker.active.reply),
    },
  }
}
