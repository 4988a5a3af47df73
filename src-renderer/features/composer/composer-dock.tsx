// Under the timeline: the composer, or, when the answer is somebody else's to give, who that is and what can be done.
import { NO_AGENT, type AgentId, type ConversationId } from '#protocol'
import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useAgent, useDesk, useSelf, useSummary } from '../../stores/desk.ts'
import { isOursToAnswer } from '../../stores/ownership.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Icon } from '../../ui/icon.tsx'
import { Composer } from './composer.tsx'
import { EditComposer } from './edit-composer.tsx'
import styles from './composer.module.css'

export function ComposerDock({ id }: Readonly<{ id: ConversationId }>) {
  const summary = useSummary(id)
  const { session, edits } = useDesk()
  const edit = useStore(edits, ({ open }) => open.get(id))
  const visitorName = useVisitorName()
  if (summary === undefined) return null
  const { status, owner, visitor } = summary
  const isOurs = isOursToAnswer(summary, session.self.id)
  if (edit) return <EditComposer key={id} id={id} edit={edit} mayWrite={isOurs} />
  if (!isOurs) return <OwnedBy owner={owner} />
  const aside = status === 'closed' ? 'reopens' : owner === NO_AGENT ? 'takes' : undefined
  return <Composer key={id} id={id} name={visitorName(visitor)} aside={aside} />
}

function OwnedBy({ owner }: Readonly<{ owner: AgentId }>) {
  const { t } = useTranslation('deskComposer')
  const { t: tWatch } = useTranslation('deskWatch')
  const { role } = useSelf()
  const name = useAgent(owner)?.name ?? t('aColleague')
  const leads = role !== 'agent'
  return (
    <div className={styles.composer}>
      <div className={styles.owned}>
        <Icon of={UserRound} className={styles.ownedIcon} />
        <p className={styles.ownedWords}>{leads ? tWatch('dock', { name }) : t('owned.agent', { name })}</p>
      </div>
    </div>
  )
}
