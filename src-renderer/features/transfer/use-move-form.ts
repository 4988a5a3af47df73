// What both dialogs that move something share: whom it could go to, found by name or pinyin, and the note that goes with it.
import { EVERYONE, limits, type AgentId } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useColleagues } from '../../stores/agent-load.ts'
import { useOffice } from '../../stores/desk.ts'
import { fuzzyScore, searchable } from '../../stores/fuzzy-search.ts'
import { useReadings } from '../../stores/use-readings.ts'
import type { Target } from './target-list.tsx'

export type MoveForm = {
  readonly targets: readonly Target[]
  /** The chosen one; else the first that fits what was typed. */
  readonly target: Target | undefined
  readonly note: string
  /** Signs; below zero it is too long. */
  readonly noteLeft: number
  readonly typed: string
  type(text: string): void
  choose(key: string): void
  write(note: string): void
}

/** `leftOut` is not offered; `last` comes after the other colleagues. */
export function useMoveForm(leftOut: AgentId | undefined, last?: AgentId): MoveForm {
  const { i18n } = useTranslation()
  const groups = useOffice((office) => office.groups)
  const colleagues = useColleagues(i18n.language)
  const readings = useReadings()
  const [typed, type] = useState('')
  const [chosen, choose] = useState<string>()
  const [note, write] = useState('')
  const targets: readonly Target[] = [
    ...colleagues
      .filter(({ agent }) => agent.id !== leftOut)
      .toSorted((one, other) => Number(one.agent.id === last) - Number(other.agent.id === last))
      .map((colleague) => ({ key: `a${colleague.agent.id}`, name: colleague.agent.name, colleague })),
    ...groups.filter(({ id }) => id !== EVERYONE).map((group) => ({ key: `g${group.id}`, name: group.name, group })),
  ].filter(({ name }) => fuzzyScore(typed, [searchable(name, readings)]) > 0)
  const target = targets.find(({ key }) => key === chosen) ?? (typed.trim() === '' ? undefined : targets[0])
  const noteLeft = limits.maxTransferNoteLength - note.trim().length
  return { targets, target, note, noteLeft, typed, type, choose, write }
}
