// Under the timeline: the composer, or, when the answer is somebody else's to give, who that is and what can be done.
import { NO_AGENT, type ConversationId } from '#protocol'
import { UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useAgent, useDesk, useSelf, useSummary } from '../../stores/desk.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Composer } from './composer.tsx'
import styles from './composer.module.css'

export function ComposerDock({ id }: Readonly<{ id: ConversationId }>) {
  const summary = useSummary(id)
  const { session } = useDesk()
  const visitorName = useVisitorName()
  if (summary === undefined) return null
  const { status, owner, visitor } = summary
  if (status === 'open' && owner !== NO_AGENT && owner !== session.self.id) return <OwnedBy id={id} owner={owner} />
  const aside = status === 'closed' ? 'reopens' : owner === NO_AGENT ? 'takes' : undefined
  return <Composer key={id} id={id} name={visitorName(visitor)} aside={aside} />
}

function OwnedBy({
  id,
  owner,
}: Readonly<{ id: ConversationId; owner: NonNullable<ReturnType<typeof useAgent>>['id'] }>) {
  const { t } = useTranslation('deskComposer')
  const { actions } = useDesk()
  const { role } = useSelf()
  const name = useAgent(owner)?.name ?? t('aColleague')
  const leads = role !== 'agent'
  return (
    <div className={styles.composer}>
      <div className={styles.owned}>
        <Icon of={UserRound} className={styles.ownedIcon} />
        <p className={styles.ownedWords}>{leads ? t('owned.lead', { name }) : t('owned.agent', { name })}</p>
        {leads && (
          <Button size="small" keys="A" onClick={() => void actions.take(id)}>
            {t('owned.takeOver')}
          </Button>
        )}
      </div>
    </div>
  )
}
