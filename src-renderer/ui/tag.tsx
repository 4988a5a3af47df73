// A business tag: its hue as a dot, its name in full or cut off. May be removable.
import { X } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import { tagHue } from './person-hue.ts'
import styles from './tag.module.css'

export type TagProps = Readonly<{
  name: string
  /** Hue in degrees; derived from the name when left out. */
  hue?: number | undefined
  onRemove?: (() => void) | undefined
}>

export function Tag({ name, hue, onRemove }: TagProps) {
  const { t } = useTranslation('ui')
  return (
    <span
      className={styles.tag}
      title={name}
      data-person
      style={{ '--person-hue': hue ?? tagHue(name) } as CSSProperties}
    >
      <span className={styles.dot} aria-hidden />
      <bdi className={styles.name}>{name}</bdi>
      {onRemove !== undefined && (
        <button type="button" className={styles.remove} aria-label={t('action.remove', { name })} onClick={onRemove}>
          <Icon of={X} className={styles.cross} />
        </button>
      )}
    </span>
  )
}

/** The dot alone, for a dense row; the names are spoken and in the title. */
export function TagDots({ names }: Readonly<{ names: readonly string[] }>) {
  if (names.length === 0) return null
  return (
    <span className={styles.dots} title={names.join(', ')}>
      <span className="spoken">{names.join(', ')}</span>
      {names.slice(0, 4).map((name) => (
        <span key={name} data-person style={{ '--person-hue': tagHue(name) } as CSSProperties} className={styles.dot} />
      ))}
    </span>
  )
}
