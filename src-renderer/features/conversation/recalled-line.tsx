// In the place of what was taken back: that it was, by whom, and for its author the way to write it again.
import type { AgentId, ConversationId } from '#protocol'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useDesk, useSummary } from '../../stores/desk.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import type { RecalledItem } from './timeline.ts'
import { RevisionProblem, useRevisionOf } from './revision-problem.tsx'
import { WriteAgain } from './write-again.tsx'
import styles from './timeline.module.css'

export function RecalledLine({ item, id }: Readonly<{ item: RecalledItem; id: ConversationId }>) {
  const { t } = useTranslation('deskConversation')
  const { self } = useDesk().session
  const format = useFormat()
  const visitorName = useVisitorName()
  const summary = useSummary(id)
  const { author, cid, at } = item
  const isMine = author.kind === 'agent' && author.id === self.id
  const writer = useAgent((author.kind === 'agent' ? author.id : 0) as AgentId)
  const revision = useRevisionOf(id, isMine ? cid : undefined)
  const name =
    author.kind === 'visitor' && summary ? visitorName(summary.visitor) : (writer?.name ?? t('formerColleague'))
  return (
    <div className={styles.system}>
      <p className={styles.systemLine}>
        <bdi>{isMine ? t('revise.recalledMine') : t('revise.recalledBy', { name })}</bdi>
        <time dateTime={new Date(at).toISOString()} title={format.dateTime(at)} className={styles.systemTime}>
          {format.time(at)}
        </time>
        {isMine && <WriteAgain id={id} cid={cid} />}
      </p>
      <RevisionProblem revision={revision} />
    </div>
  )
}
