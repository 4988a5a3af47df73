// The notes that call me: who, about whom, when and what; each leads to where it stands.
import type { AgentId, ConversationId, Seq, VisitorId } from '#protocol'
import type { MentionRow } from '#protocol/mention-schemas.ts'
import { AtSign } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useDesk, useSelf } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useMinute } from '../../stores/now-store.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { goTo } from '../../stores/workspace-store.ts'
import { placeOfEntry } from '../../stores/place-of-entry.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { CalledText } from '../../ui/called-text.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './mentions.module.css'

export function MentionsDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskMentions')
  const { mentions } = useDesk()
  const { rows, code } = useStore(mentions)
  const errorText = useErrorText()
  /** What was new when it opened stays marked while it is open. */
  const [seenBefore] = useState(() => mentions.getState().seenUpTo)
  useEffect(() => mentions.load(), [mentions])
  useEffect(() => mentions.see(), [mentions, rows])
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('lead')}>
      {code !== undefined && (
        <p role="alert" className={styles.problem}>
          {errorText(code)}
          <Button size="small" onClick={mentions.load}>
            {t('retry')}
          </Button>
        </p>
      )}
      {rows === undefined ? (
        code === undefined && <Skeleton shape="block" height="64px" />
      ) : rows.length === 0 ? (
        <EmptyState icon={AtSign} title={t('empty')} hint={t('emptyHint')} />
      ) : (
        <ul className={styles.list}>
          {rows.map((row) => (
            <li key={row.offset}>
              <Mention row={row} isNew={row.offset > seenBefore} onClose={onClose} />
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}

function Mention({ row, isNew, onClose }: Readonly<{ row: MentionRow; isNew: boolean; onClose: () => void }>) {
  const { t } = useTranslation('deskMentions')
  const { session, workspace } = useDesk()
  const self = useSelf()
  const format = useFormat()
  const now = useMinute()
  const visitorName = useVisitorName()
  const by = useAgent(row.by as AgentId)?.name ?? t('aColleague')
  const conversation = row.conversation as ConversationId
  const go = (): void => {
    onClose()
    const summary = session.client.state().conversations.get(conversation)?.summary
    // It may be years old: the desk is told of it before it is asked to show it.
    if (!summary) session.client.open(conversation)
    goTo(workspace, placeOfEntry(conversation, summary, session.self.id, row.seq as Seq))
  }
  return (
    <button type="button" className={styles.mention} data-new={isNew || undefined} onClick={go}>
      <Avatar name={by} size={32} decorative />
      <span className={styles.words}>
        <span className={styles.head}>
          <bdi className={styles.by}>{by}</bdi>
          <bdi className={styles.about}>
            {t('about', { name: visitorName({ id: row.visitor.id as VisitorId, name: row.visitor.name }) })}
          </bdi>
          <time className={styles.at} title={format.dateTime(row.at)}>
            {format.stamp(row.at, now)}
          </time>
        </span>
        <span dir="auto" className={styles.text}>
          <CalledText text={row.text} called={[self]} me={self.id} />
        </span>
      </span>
      {isNew && (
        <span className={styles.dot}>
          <span className="spoken">{t('new')}</span>
        </span>
      )}
    </button>
  )
}
