// Announces at the edge of a list what arrived while the hand was in it, instead of moving the list.
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'
import styles from './new-pill.module.css'

export type NewPillProps = Readonly<{ count: number; edge: 'top' | 'bottom'; onSelect: () => void }>

export function NewPill({ count, edge, onSelect }: NewPillProps) {
  const { t } = useTranslation('ui')
  if (count <= 0) return null
  return (
    <button type="button" className={styles.pill} data-edge={edge} onClick={onSelect}>
      <Icon of={edge === 'top' ? ArrowUp : ArrowDown} />
      {t('count.fresh', { count })}
    </button>
  )
}
