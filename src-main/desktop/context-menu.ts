// What a right click offers: better spellings of a wrong word, and the clipboard. Electron-free; the words are the desktop's own.
import type { MenuItemConstructorOptions } from 'electron'
import type { MainTexts } from '../texts/en.ts'

/** The part of Electron's parameters that is used. */
export type Clicked = {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly misspelledWord: string
  readonly dictionarySuggestions: readonly string[]
  readonly linkURL: string
}

export type ContextActions = {
  readonly replace: (word: string) => void
  readonly learn: (word: string) => void
  readonly copyLink: (url: string) => void
}

/** More than five is a list to be searched, not a choice. */
const MAX_SUGGESTIONS = 5

const spelling = (
  { misspelledWord, dictionarySuggestions }: Clicked,
  texts: MainTexts,
  { replace, learn }: ContextActions,
): MenuItemConstructorOptions[] =>
  misspelledWord === ''
    ? []
    : [
        ...(dictionarySuggestions.length === 0
          ? [{ label: texts.noSuggestions, enabled: false }]
          : dictionarySuggestions
              .slice(0, MAX_SUGGESTIONS)
              .map((word): MenuItemConstructorOptions => ({ label: word, click: () => replace(word) }))),
        { label: texts.learnWord, click: () => learn(misspelledWord) },
        { type: 'separator' },
      ]

/** @returns nothing where there is nothing to do. */
export const contextMenu = (
  clicked: Clicked,
  texts: MainTexts,
  actions: ContextActions,
): MenuItemConstructorOptions[] => {
  const { isEditable, selectionText, linkURL } = clicked
  const copy: MenuItemConstructorOptions = { role: 'copy', label: texts.copy, enabled: selectionText !== '' }
  if (isEditable)
    return [
      ...spelling(clicked, texts, actions),
      { role: 'cut', label: texts.cut, enabled: selectionText !== '' },
      copy,
      { role: 'paste', label: texts.paste },
      { role: 'selectAll', label: texts.selectAll },
    ]
  return [
    ...(/^https?:/i.test(linkURL) ? [{ label: texts.copyLink, click: () => actions.copyLink(linkURL) }] : []),
    ...(selectionText.trim() === '' ? [] : [copy]),
  ]
}
