// The type scale with both scripts on one line, and the two line heights.
import { Kbd } from '../../ui/kbd.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import styles from './type-chapter.module.css'

const sizes = [28, 20, 16, 14, 13, 12] as const

export function TypeChapter() {
  const words = useWords()
  return (
    <Specimens>
      <Specimen code="--type-28 … --type-12" layout="column" wide>
        {sizes.map((size) => (
          <p
            key={size}
            className={styles.line}
            style={{ fontSize: `var(--type-${size})`, lineHeight: `var(--line-${size})` }}
          >
            <span className={styles.size}>{size}</span>
            <span className="truncate">Frontdesk 前台 · Amy 与李雷 02:45 · {words.pangram}</span>
          </p>
        ))}
      </Specimen>
      <Specimen code="--line-body" layout="column">
        <p className={styles.body}>{words.talk.answer2}</p>
        <p className={styles.body}>{words.inbox.lines.long}</p>
      </Specimen>
      <Specimen code=".tabular" layout="column">
        <p className="tabular">0:42 &nbsp; 11:11 &nbsp; 1,111.11</p>
        <p className="tabular">9:58 &nbsp; 08:08 &nbsp; 8,090.50</p>
      </Specimen>
      <Specimen code="kbd">
        <Kbd keys="Mod+K" />
        <Kbd keys="Shift+Enter" />
        <Kbd keys="A" />
        <Kbd keys="Alt+ArrowUp" />
      </Specimen>
    </Specimens>
  )
}
