// A visitor's first messages, counted together and cut where reading on would tell nothing more.
import { limits, type Entry } from '../../protocol/index.ts'

export type FirstWords = {
  add(text: string): void
  /** From the conversation's entries, oldest first: only what was said since it began to wait counts. */
  recall(entries: readonly Entry[]): void
  /** Something came since they were taken. */
  readonly hasNew: boolean
  /** More would not be read. */
  readonly isFull: boolean
  take(): readonly string[]
}

export const createFirstWords = (): FirstWords => {
  let texts: string[] = []
  let length = 0
  let hasNew = false

  const isFull = (): boolean => texts.length >= limits.maxIntentMessages || length >= limits.maxIntentTextLength

  const add = (text: string): void => {
    const cut = text.trim().slice(0, limits.maxIntentTextLength - length)
    if (cut === '' || isFull()) return
    texts.push(cut)
    length += cut.length
    hasNew = true
  }

  return {
    add,
    recall(entries) {
      const begun = entries.findLastIndex(
        ({ kind }) => kind === 'conversation.opened' || kind === 'conversation.reopened',
      )
      const heard = texts
      texts = []
      length = 0
      for (const { kind, author, body } of entries.slice(begun + 1))
        if (kind === 'message.sent' && author.kind === 'visitor') add(body.text)
      // What was heard while the history was being read may stand in it already.
      for (const text of heard) if (!texts.includes(text)) add(text)
    },
    get hasNew() {
      return hasNew
    },
    get isFull() {
      return isFull()
    },
    take() {
      hasNew = false
      return [...texts]
    },
  }
}
