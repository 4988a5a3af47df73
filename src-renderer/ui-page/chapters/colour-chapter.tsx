// The palette: neutrals, accent and status as text, sign and surface, bubbles, the hues of people.
import type { CSSProperties } from 'react'
import { personHues } from '../../ui/person-hue.ts'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import styles from './colour-chapter.module.css'

const neutrals = Array.from({ length: 12 }, (_, index) => `--neutral-${index + 1}`)
const surfaces = ['rail', 'list', 'page', 'raised', 'sunken', 'selected'].map((name) => `--surface-${name}`)
const statuses = ['green', 'amber', 'red', 'violet'] as const
const bubbles = ['visitor', 'mine', 'colleague', 'note', 'bot'].map((name) => `--bubble-${name}`)

export function ColourChapter() {
  const words = useWords()
  return (
    <Specimens>
      <Specimen code="--neutral-1 … 12" wide>
        <Swatches names={neutrals} />
      </Specimen>
      <Specimen code="--surface-*" wide>
        <Swatches names={surfaces} />
      </Specimen>
      <Specimen code="--accent, --accent-text, --accent-surface">
        <div className={styles.status}>
          <span className={styles.solid} style={{ background: 'var(--accent)', color: 'var(--on-accent)' }}>
            {words.act.send}
          </span>
          <span className={styles.solid} style={{ background: 'var(--accent-surface)' }}>
            {words.talk.thanks}
          </span>
          <span style={{ color: 'var(--accent-text)' }}>{words.act.copyLink}</span>
        </div>
      </Specimen>
      <Specimen code="--green|amber|red|violet-text, -sign, -surface">
        {statuses.map((name) => (
          <span
            key={name}
            className={styles.chip}
            style={{ background: `var(--${name}-surface)`, color: `var(--${name}-text)` }}
          >
            <i className={styles.dot} style={{ background: `var(--${name}-sign)` }} />
            {name}
          </span>
        ))}
      </Specimen>
      <Specimen code="--bubble-*">
        <Swatches names={bubbles} />
      </Specimen>
      <Specimen code="[data-person] --person-hue">
        {personHues.map((hue) => (
          <span key={hue} data-person className={styles.person} style={{ '--person-hue': hue } as CSSProperties}>
            {hue}
          </span>
        ))}
      </Specimen>
    </Specimens>
  )
}

function Swatches({ names }: Readonly<{ names: readonly string[] }>) {
  return (
    <ul className={styles.swatches}>
      {names.map((name) => (
        <li key={name}>
          <div className={styles.swatch} style={{ background: `var(${name})` }} />
          <span className={styles.name}>{name.replace(/^--(neutral|surface|bubble)-/, '')}</span>
        </li>
      ))}
    </ul>
  )
}
