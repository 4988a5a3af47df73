// The quick replies while a slash stands before the caret: what is found, which one is chosen, and what keys do meanwhile. The text
// itself belongs to the composer.
import { useEffect, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand/react'
import { useDesk } from '../../stores/desk.ts'
import { searchReplies, type Found, type Reply } from '../../stores/replies/reply-search.ts'
import type { ReplyShelf } from '../../stores/replies/reply-store.ts'
import type { KeyPress } from './composer-keys.ts'
import { slashAt, type Slash } from './slash-at.ts'

/** Rows drawn at once: who sees fifty types another letter. */
export const mostShown = 50
const PAGE = 8

export type ReplyPicker = {
  readonly slash: Slash
  readonly phase: ReplyShelf['phase']
  readonly code: ReplyShelf['code']
  /** Whether there are any replies at all. */
  readonly isEmpty: boolean
  readonly found: readonly Found[]
  /** More than are shown. */
  readonly count: number
  readonly active: Found | undefined
  readonly listId: string
  readonly optionId: (reply: Reply) => string
  readonly choose: (reply: Reply) => void
}

export type PickerKey = 'insert' | 'handled' | 'leave' | undefined

export type UseReplyPicker = {
  /** undefined while it is closed. */
  readonly picker: ReplyPicker | undefined
  /** Where the caret stands now, with nothing selected; undefined with something selected or the focus elsewhere. */
  readonly moved: (caret: number | undefined) => void
  readonly onKey: (press: KeyPress) => PickerKey
  readonly close: () => void
}

const nothing: readonly Found[] = []

export function useReplyPicker(text: string): UseReplyPicker {
  const { replies, habits } = useDesk()
  const listId = useId()
  const shelf = useStore(replies)
  const [caret, setCaret] = useState<number>()
  /** The slash that somebody said no to, until it is gone. */
  const [refused, setRefused] = useState<number>()
  const [chosen, setChosen] = useState<{ readonly typed: string; readonly id: Reply['id'] }>()

  const slash = useMemo(() => (caret === undefined ? undefined : slashAt(text, caret)), [text, caret])
  const isWanted = slash !== undefined && slash.start !== refused
  // Never behind what was typed: Enter inserts what is shown.
  const typed = isWanted ? slash.typed : undefined
  const { found, count } = useMemo(
    () =>
      typed === undefined
        ? { found: nothing, count: 0 }
        : searchReplies(shelf.prepared, typed, (reply) => habits.liking(reply.id), mostShown),
    [typed, shelf, habits],
  )
  // With a second word and nothing found it is a sentence that begins with a slash.
  const isSentence = isWanted && found.length === 0 && /\s/u.test(slash.typed)
  const isOpen = isWanted && !isSentence
  useEffect(() => {
    if (isOpen) void replies.refresh()
  }, [isOpen, replies])
  if (slash === undefined && refused !== undefined) setRefused(undefined)

  // Another letter, another list: its best one is meant.
  const wanted = chosen?.typed === typed ? chosen?.id : undefined
  const at = Math.max(
    0,
    found.findIndex(({ reply }) => reply.id === wanted),
  )
  const active = found[at]
  const step = (by: number): PickerKey => {
    const wrapped = by === 1 && at === found.length - 1 ? 0 : by === -1 && at === 0 ? found.length - 1 : at + by
    const next = found[Math.max(0, Math.min(found.length - 1, wrapped))]
    if (next) choose(next.reply)
    return 'handled'
  }
  const choose = ({ id }: Reply): void => setChosen(typed === undefined ? undefined : { typed, id })
  const close = (): void => setRefused(slash?.start)

  const onKey = (press: KeyPress): PickerKey => {
    // The keys of an input method are its own.
    if (!isOpen || press.isComposing || press.keyCode === 229) return undefined
    if (press.ctrlKey || press.metaKey || press.altKey || press.shiftKey) return undefined
    if (press.key === 'Escape') {
      close()
      return 'leave'
    }
    if (found.length === 0) return undefined
    switch (press.key) {
      case 'ArrowDown':
        return step(1)
      case 'ArrowUp':
        return step(-1)
      case 'PageDown':
        return step(PAGE)
      case 'PageUp':
        return step(-PAGE)
      case 'Enter':
      case 'Tab':
        return 'insert'
      default:
        return undefined
    }
  }

  const optionId = (reply: Reply): string => `${listId}-${reply.id}`
  return {
    picker: isOpen
      ? {
          slash,
          phase: shelf.phase,
          code: shelf.code,
          isEmpty: shelf.phase === 'ready' && shelf.prepared.length === 0,
          found,
          count,
          active,
          listId,
          optionId,
          choose,
        }
      : undefined,
    moved: setCaret,
    onKey,
    close,
  }
}
