// What was held back, one below the other: what the colleague answered, what I wrote, and what becomes of mine.
import type { OutboxMessage } from '#client/client-state.ts'
import { NO_AGENT, previewOf, type AgentId, type Seq } from '#protocol'
import { SendHorizontal, Trash2 } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgent, useClient, useConversation, useDesk } from '../../stores/desk.ts'
import { heldAnswers } from '../../stores/held-answers.ts'
import { answerSince } from '../../stores/soft-lock.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MessageText } from '../../ui/message-text.tsx'
import styles from './held-dialog.module.css'

export function HeldDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskColleagues')
  const held = heldAnswers(useClient(({ outbox }) => outbox))
  const isDone = held.length === 0
  /** Nothing goes out by an Enter too many: the focus begins, and after each decision waits, where nothing happens. */
  const later = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isDone) onClose()
  }, [isDone, onClose])
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('held.title', { count: held.length })}
      description={t('held.lead')}
      initialFocus={later}
      footer={
        <Button ref={later} onClick={onClose}>
          {t('held.later')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {held.map((message) => (
          <Held key={message.cid} message={message} onClose={onClose} onDecided={() => later.current?.focus()} />
        ))}
      </ul>
    </Dialog>
  )
}

type HeldProps = Readonly<{ message: OutboxMessage; onClose: () => void; onDecided: () => void }>

function Held({ message, onClose, onDecided }: HeldProps) {
  const { t } = useTranslation('deskColleagues')
  const { session, workspace } = useDesk()
  const { client, self } = session
  const visitorName = useVisitorName()
  const { conversation, cid, text, files, code, seen } = message
  const view = useConversation(conversation)
  useEffect(() => client.open(conversation), [client, conversation])
  const answer = view && answerSince(view, self.id, seen ?? (0 as Seq))
  const colleague = useAgent((answer?.author.id ?? view?.summary.owner ?? NO_AGENT) as AgentId)
  const name = colleague?.name ?? t('aColleague')
  const lastSeq = view?.summary.lastSeq
  const open = (): void => {
    openConversation(workspace, conversation)
    onClose()
  }
  const sendAnyway = (): void => {
    client.retry(cid, lastSeq)
    onDecided()
  }
  const discard = (): void => {
    client.discard(cid)
    onDecided()
  }
  return (
    <li className={styles.held}>
      <h3 className={styles.who}>
        <bdi className="truncate">{view ? visitorName(view.summary.visitor) : ''}</bdi>
      </h3>
      {answer && (
        <div className={styles.said}>
          <p className={styles.by}>{t('held.theirs', { name })}</p>
          <MessageText text={previewOf(answer.body.text, answer.body.files)} />
        </div>
      )}
      <div className={styles.said} data-mine>
        <p className={styles.by}>{t('held.yours')}</p>
        {text !== '' && <MessageText text={text} />}
        {files.length > 0 && <p>{t('held.files', { count: files.length })}</p>}
      </div>
      {code === 'not_owner' && <p className={styles.elsewhere}>{t('held.elsewhere', { name })}</p>}
      <div className={styles.acts}>
        {code === 'answered_meanwhile' && (
          <Button size="small" icon={SendHorizontal} onClick={sendAnyway}>
            {t('sendAnyway')}
          </Button>
        )}
        <Button size="small" onClick={open}>
          {t('held.open')}
        </Button>
        <Button size="small" variant="quiet" icon={Trash2} onClick={discard}>
          {t('held.discard')}
        </Button>
      </div>
    </li>
  )
}
