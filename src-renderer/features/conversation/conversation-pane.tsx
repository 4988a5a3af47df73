// The middle of the desk: header, timeline, who is typing, and the composer that the shell hands in.
import { NO_CONVERSATION, type ConversationId } from '#protocol'
import { MessageCircle, SearchX } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import { useAgent, useClient, useConversation, useDesk, useWorkspace } from '../../stores/desk.ts'
import { useIsSeen } from '../../stores/use-media.ts'
import { shownAt } from '../../stores/workspace-store.ts'
import { useVisitorName } from '../../stores/visitor-name.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TypingIndicator } from '../../ui/typing-indicator.tsx'
import { ConversationHeader } from './conversation-header.tsx'
import { TimelineList } from './timeline-list.tsx'
import { WatchBar } from './watch-bar.tsx'
import styles from './conversation.module.css'

export type ConversationPaneProps = Readonly<{ id: ConversationId; composer: ReactNode }>

export function ConversationPane({ id, composer }: ConversationPaneProps) {
  const { t } = useTranslation('deskConversation')
  const { client } = useDesk().session
  const view = useConversation(id)
  const at = useWorkspace(shownAt)
  const isReady = useClient((state) => state.ready)
  useEffect(() => {
    if (id !== NO_CONVERSATION && isReady) client.open(id)
  }, [client, id, isReady])
  const isLive = useClient(({ link }) => link.kind === 'live')
  const isSeen = useIsSeen()
  const watched = isSeen ? id : NO_CONVERSATION
  useEffect(() => {
    // A colleague's conversation too, of which nothing else that we say tells the server; a window that nobody sees views nothing.
    if (isLive) client.watch(watched)
  }, [client, watched, isLive])
  if (id === NO_CONVERSATION) return <NothingOpen />
  if (view === undefined) return <NotHereYet id={id} />
  return (
    <section aria-label={t('title')} className={styles.pane}>
      <ConversationHeader view={view} />
      <WatchBar summary={view.summary} />
      <TimelineList key={`${id}/${at}`} id={id} view={view} at={at} />
      <div className={styles.dock}>
        <Typing id={id} />
        {composer}
      </div>
    </section>
  )
}

/** Loading shows the shape. */
function NotHereYet({ id }: Readonly<{ id: ConversationId }>) {
  const { t } = useTranslation('deskConversation')
  const isMissing = useClient(({ missing }) => missing.has(id))
  return (
    <section aria-label={t('title')} className={styles.pane} aria-busy={!isMissing}>
      {isMissing ? (
        <EmptyState icon={SearchX} title={t('missing.title')} hint={t('missing.hint')} />
      ) : (
        <div className={styles.header}>
          <Skeleton shape="disc" width="32px" />
          <Skeleton width="160px" />
        </div>
      )}
    </section>
  )
}

function NothingOpen() {
  const { t } = useTranslation('deskConversation')
  const isEmpty = useClient(({ conversations }) => conversations.size === 0)
  return (
    <section aria-label={t('title')} className={styles.pane}>
      <h1 className="spoken">{t('title')}</h1>
      <EmptyState
        icon={MessageCircle}
        title={t('nothing.title')}
        hint={
          isEmpty ? undefined : (
            <Trans
              t={t}
              i18nKey="nothing.hint"
              components={{ down: <Kbd keys="J" />, up: <Kbd keys="K" />, open: <Kbd keys="Enter" /> }}
            />
          )
        }
      />
    </section>
  )
}

/** A line of its own, always there, so that nothing moves when somebody starts to write. Colleagues only where they have the answer. */
function Typing({ id }: Readonly<{ id: ConversationId }>) {
  const visitorName = useVisitorName()
  const view = useConversation(id)
  const { self } = useDesk().session
  const owner = view?.summary.owner
  const author = view?.typing.find(({ kind, id: who }) => kind !== 'agent' || (who !== self.id && who === owner))
  const colleague = useAgent((author?.kind === 'agent' ? author.id : 0) as never)
  const name = author?.kind === 'agent' ? (colleague?.name ?? '') : view ? visitorName(view.summary.visitor) : ''
  return <div className={styles.typing}>{author && <TypingIndicator name={name} />}</div>
}
