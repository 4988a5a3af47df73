// An agent's status as a shape, a colour and a word: filled disc, barred disc, half disc, ring. Never colour alone.
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './status-dot.module.css'

export type AgentStatus = 'online' | 'busy' | 'away' | 'offline'

export type StatusDotProps = Readonly<{
  status: AgentStatus
  /** Writes the word beside the dot; otherwise the word is spoken only. */
  showWord?: boolean | undefined
  /** The neighbour says the word already, as an avatar's label does. */
  silent?: boolean | undefined
  className?: string | undefined
}>

export function StatusDot({ status, showWord = false, silent = false, className }: StatusDotProps) {
  const { t } = useTranslation('ui')
  return (
    <span className={classNames(styles.status, styles[status], className)}>
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden className={styles.dot}>
        {status === 'online' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
        {status === 'busy' && (
          <path
            fill="currentColor"
            d="M5 .5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM2.6 4.2h4.8v1.6H2.6Z"
            fillRule="evenodd"
          />
        )}
        {status === 'away' && (
          <>
            <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
            <path fill="currentColor" d="M5 1a4 4 0 0 0 0 8Z" />
          </>
        )}
        {status === 'offline' && <circle cx="5" cy="5" r="3.75" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      </svg>
      {!silent && <span className={showWord ? styles.word : 'spoken'}>{t(`status.${status}`)}</span>}
    </span>
  )
}
