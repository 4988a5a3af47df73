// What happened to the conversation, between the bubbles: quiet, with the time, and the note of a transfer in amber.
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient, useDesk } from '../../stores/desk.ts'
import { ownWordsOf } from '../../stores/own-words.ts'
import { CalledText } from '../../ui/called-text.tsx'
import { EditedSign } from '../../ui/edited-sign.tsx'
import { Icon } from '../../ui/icon.tsx'
import { MessageMenu } from './message-menu.tsx'
import { RevisionProblem, useRevisionOf } from './revision-problem.tsx'
import { useSystemText } from './system-text.ts'
import { noteOf, type SystemEntry } from './timeline.ts'
import { WriteAgain } from './write-again.tsx'
import styles from './timeline.module.css'

export function SystemLine({ entry }: Readonly<{ entry: SystemEntry }>) {
  const format = useFormat()
  const systemText = useSystemText()
  const note = noteOf(entry)
  const { self } = useDesk().session
  const own = entry.kind === 'note.added' && entry.author.id === self.id ? entry.body.cid : undefined
  const revision = useRevisionOf(entry.conversation, own)
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
        {own && <WriteAgain id={entry.conversation} cid={own} />}
      </p>
      {note !== '' &&
        (entry.kind === 'conversation.rated' ? <Comment text={note} /> : <NoteBox entry={entry} note={note} />)}
      <RevisionProblem revision={revision} />
    </div>
  )
}

/** The visitor's own words, so nothing that only colleagues would see. */
function Comment({ text }: Readonly<{ text: string }>) {
  return (
    <blockquote dir="auto" className={styles.comment}>
      {text}
    </blockquote>
  )
}

function NoteBox({ entry, note }: Readonly<{ entry: SystemEntry; note: string }>) {
  const { t } = useTranslation('deskConversation')
  const { self } = useDesk().session
  const words = entry.kind === 'note.added' ? ownWordsOf(entry, self.id) : undefined
  const editedAt = entry.kind === 'note.added' ? entry.body.revision?.at : undefined
  return (
    <div className={styles.note}>
      <p className={styles.noteHead}>
        <Icon of={Lock} className={styles.noteLock} />
        {t('noteForColleagues')}
        <span className={styles.noteTools}>
          {editedAt !== undefined && <EditedSign at={editedAt} of={entry.at} />}
          {words && <MessageMenu conversation={entry.conversation} words={words} />}
        </span>
      </p>
      <p dir="auto" className={styles.noteText}>
        {entry.kind === 'note.added' ? <Note entry={entry} /> : note}
      </p>
    </div>
  )
}

/** With those whom it calls set apart. */
function Note({ entry }: Readonly<{ entry: Extract<SystemEntry, { kind: 'note.added' }> }>) {
  const { self } = useDesk().session
  const agents = useClient((state) => state.agents)
  const called = (entry.body.mentions ?? []).map((id) => ({ id, name: agents.get(id)?.name ?? '' }))
  return <CalledText text={entry.body.text} called={called} me={self.id} />
}
