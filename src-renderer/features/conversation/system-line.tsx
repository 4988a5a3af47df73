// What happened to the conversation, between the bubbles: quiet, with the time, and the note of a transfer in amber.
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useSystemText } from './system-text.ts'
import { noteOf, type SystemEntry } from './timeline.ts'
import styles from './timeline.module.css'

export function SystemLine({ entry }: Readonly<{ entry: SystemEntry }>) {
  const format = useFormat()
  const systemText = useSystemText()
  const note = noteOf(entry)
  return (
    <div className={styles.system}>
      <p className={styles.systemLine}>
        <bdi>{systemText(entry)}</bdi>
        <time
          dateTime={new Date(entry.at).toISOString()}
          title={format.dateTime(entry.at)}
          className={styles.systemTime}
        >
          {format.time(entry.at)}
        </time>
      </p>
      {note !== '' && <TransferNote note={note} />}
    </div>
  )
}

function TransferNote({ note }: Readonly<{ note: string }>) {
  const { t } = useTranslation('deskConversation')
  return (
    <div className={styles.note}>
      <p className={styles.noteHead}>
        <Icon of={Lock} className={styles.noteLock} />
        {t('noteForColleagues')}
      </p>
      <p dir="auto" className={styles.noteText}>
        {note}
      </p>
    </div>
  )
}
