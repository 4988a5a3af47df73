// The colleagues while an @ stands before the caret of a note: whom it finds, by name or pinyin, which one is chosen, and what keys do meanwhile.
import type { AgentId } from '#protocol'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useColleagues, type Colleague } from '../../stores/agent-load.ts'
import { useDesk } from '../../stores/desk.ts'
import { fuzzyScore, searchable } from '../../stores/fuzzy-search.ts'
import { mentionAt } from '../../stores/mention-at.ts'
import { useReadings } from '../../stores/use-readings.ts'

/** Who sees eight types another letter. */
const mostShown = 8

export type MentionFinder = {
  readonly found: readonly Colleague[]
  readonly active: Colleague | undefined
  readonly listId: string
  readonly optionId: (agent: AgentId) => string
  readonly pick: (colleague: Colleague) => void
}

export type UseMentions = {
  /** undefined while nobody is looked for. */
  readonly finder: MentionFinder | undefined
  /** Where the caret stands now, with nothing selected; undefined with something selected or the focus elsewhere. */
  readonly moved: (area: HTMLTextAreaElement | undefined) => void
  /** @returns whether the key was meant for the list */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly aria: Readonly<Record<`aria-${string}`, string | undefined>>
}

/** `insert`: puts a text in the place of what was typed from `start` on, and remembers who was picked. */
export function useMentions(
  text: string,
  insert: (start: number, end: number, colleague: Colleague) => void,
): UseMentions {
  const { i18n } = useTranslation()
  const { self } = useDesk().session
  const colleagues = useColleagues(i18n.language)
  const readings = useReadings()
  const listId = useId()
  const [caret, setCaret] = useState<number>()
  /** The sign that somebody said no to. */
  const [refused, setRefused] = useState<number>()
  const [chosen, setChosen] = useState<AgentId>()
  const at = caret === undefined ? undefined : mentionAt(text, caret)
  const isWanted = at !== undefined && at.start !== refused
  const found = isWanted
    ? colleagues
        .filter(({ agent }) => agent.id !== self.id)
        .map((colleague) => ({ colleague, score: fuzzyScore(at.typed, [searchable(colleague.agent.name, readings)]) }))
        .filter(({ score }) => score > 0)
        .toSorted((one, other) => other.score - one.score)
        .slice(0, mostShown)
        .map(({ colleague }) => colleague)
    : []
  // Nobody is found: it is a text like any other, and its keys too.
  const isOpen = isWanted && found.length > 0
  const active = found.find(({ agent }) => agent.id === chosen) ?? found[0]
  const optionId = (agent: AgentId): string => `${listId}-${agent}`
  const pick = (colleague: Colleague): void => {
    if (at && caret !== undefined) insert(at.start, caret, colleague)
    setCaret(undefined)
  }
  const step = (by: number): void => {
    const index = found.findIndex(({ agent }) => agent.id === active?.agent.id)
    setChosen(found[(index + by + found.length) % found.length]?.agent.id)
  }
  return {
    finder: isOpen ? { found, active, listId, optionId, pick } : undefined,
    moved: (area) => {
      setCaret(area && area.selectionStart === area.selectionEnd ? area.selectionStart : undefined)
      if (area && mentionAt(area.value, area.selectionStart)?.start !== refused) setRefused(undefined)
    },
    onKey: (event) => {
      if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false
      switch (event.key) {
        case 'ArrowDown':
          step(1)
          return true
        case 'ArrowUp':
          step(-1)
          return true
        case 'Enter':
        case 'Tab':
          if (active) pick(active)
          return true
        case 'Escape':
          setRefused(at.start)
          return true
        default:
          return false
      }
    },
    aria: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen && active ? optionId(active.agent.id) : undefined,
    },
  }
}
