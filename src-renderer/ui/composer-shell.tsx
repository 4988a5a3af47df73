// The look of the composer: a box that turns amber for a note. What Enter does, drafts and IME belong to its owner.
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import styles from './composer-shell.module.css'
import { Icon } from './icon.tsx'

export type ComposerShellProps = Readonly<{
  mode: 'reply' | 'note'
  /** The text area; give it `composerInputClass`. */
  input: ReactNode
  /** File cards and thumbnails waiting to be sent. */
  attachments?: ReactNode | undefined
  /** Icon buttons at the start of the bottom line. */
  tools?: ReactNode | undefined
  /** One quiet line beside the send button: "Enter sends". */
  hint?: ReactNode | undefined
  send: ReactNode
  /** A file is being dragged over. */
  dropping?: boolean | undefined
}>

/** For the text area: grows with its text up to 40 % of the window, then scrolls. */
export const composerInputClass: string = styles.input ?? ''

export function ComposerShell(props: ComposerShellProps) {
  const { mode, input, attachments, tools, hint, send, dropping = false } = props
  const { t } = useTranslation('ui')
  return (
    <div className={classNames(styles.shell, styles[mode], dropping && styles.dropping)}>
      {mode === 'note' && (
        <p className={styles.banner}>
          <Icon of={Lock} className={styles.lock} />
          {t('composer.note')}
        </p>
      )}
      {attachments !== undefined && <div className={styles.attachments}>{attachments}</div>}
      {input}
      <div className={styles.bar}>
        <div className={styles.tools}>{tools}</div>
        {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        {send}
      </div>
    </div>
  )
}
