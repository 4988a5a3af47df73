// What a message answers: a line of it above the answer, and above the text while the answer is being written.
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './icon-button.tsx'
import styles from './quote.module.css'

export type QuoteProps = Readonly<{
  /** undefined when the message is not loaded: then it is only said that there is one. */
  quoted: Readonly<{ name: string; text: string }> | undefined
  /** To where it stands. */
  onGo?: (() => void) | undefined
  onRemove?: (() => void) | undefined
}>

export function Quote({ quoted, onGo, onRemove }: QuoteProps) {
  const { t } = useTranslation('ui')
  const words = quoted ? (
    <>
      <span className="spoken">{t('quote.answers')}</span>
      <bdi className={styles.name}>{quoted.name}</bdi>
      <bdi className={styles.text}>{quoted.text}</bdi>
    </>
  ) : (
    <span className={styles.text}>{t('quote.earlier')}</span>
  )
  return (
    <div className={styles.quote}>
      {quoted && onGo ? (
        <button type="button" className={styles.words} onClick={onGo}>
          {words}
        </button>
      ) : (
        <div className={styles.words}>{words}</div>
      )}
      {onRemove && <IconButton size="small" icon={X} label={t('quote.remove')} onClick={onRemove} />}
    </div>
  )
}
