// The right pane: who the visitor is, where on the site, why the conversation is whose it is, and what was before.
import type { ConversationId, ConversationSummary } from '#protocol'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useClient, useDesk, useSummary, useWorkspace } from '../../stores/desk.ts'
import { useIsWide } from '../../stores/use-media.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { shownConversation } from '../../stores/workspace-store.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Tag } from '../../ui/tag.tsx'
import { AskDecisions } from './ask-decisions.tsx'
import { EarlierConversations } from './earlier-conversations.tsx'
import { VisitorFacts } from './visitor-facts.tsx'
import { VisitorTrail } from './visitor-trail.tsx'
import { useTrail } from './use-trail.ts'
import { BlockButton, BlockedNotes, useBlocksOf } from './visitor-block.tsx'
import { WhyMe } from './why-me.tsx'
import styles from './visitor.module.css'

export function VisitorPanel() {
  const id = useWorkspace(shownConversation)
  const summary = useSummary(id)
  return <div className={styles.panel}>{summary !== undefined && <About key={id} id={id} summary={summary} />}</div>
}

function About({ id, summary }: Readonly<{ id: ConversationId; summary: ConversationSummary }>) {
  const { t } = useTranslation('deskVisitor')
  const { workspace } = useDesk()
  const visitorName = useVisitorName()
  const isWide = useIsWide()
  const { visitor } = summary
  const online = useClient(({ visitorsOnline }) => visitorsOnline.has(visitor.id))
  const name = visitorName(visitor)
  const trail = useTrail(visitor)
  const blocks = useBlocksOf(visitor.id)
  return (
    <>
      <header className={styles.header}>
        <Avatar name={name} size={40} status={online ? 'online' : 'offline'} decorative />
        <div className={styles.who}>
          <h2 className={styles.name} title={name}>
            <bdi>{name}</bdi>
          </h2>
          <p className={styles.faint}>{online ? t('online') : t('offline')}</p>
        </div>
        {!isWide && (
          <IconButton icon={X} label={t('close')} keys="I" onClick={() => workspace.setState({ visitorOver: false })} />
        )}
      </header>
      <div className={styles.body}>
        <BlockedNotes blocks={blocks} />
        <VisitorFacts visitor={visitor} online={online} trail={trail} />
        <VisitorTrail before={trail.before} />
        {visitor.tags.length > 0 && (
          <section className={styles.section}>
            <h3 className={styles.heading}>{t('tags')}</h3>
            <div className={styles.tags}>
              {visitor.tags.map((tag) => (
                <Tag key={tag} name={tag} />
              ))}
            </div>
          </section>
        )}
        <WhyMe id={id} />
        <AskDecisions owner={summary.owner} />
        <EarlierConversations visitor={visitor.id} except={id} />
        <BlockButton blocks={blocks} />
      </div>
    </>
  )
}
