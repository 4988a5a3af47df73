import type { Snippet } from '#protocol/search-schemas.ts'
import { markedParts } from './marked-parts.ts'
import styles from './search.module.css'

/** What was looked for stands out in it. */
export function MarkedText({ text, marks }: Readonly<Pick<Snippet, 'text' | 'marks'>>) {
  return markedParts(text, marks).map((part) =>
    part.isMarked ? (
      <mark key={part.at} className={styles.mark}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
