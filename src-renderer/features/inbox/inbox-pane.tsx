// The list pane: two views side by side with their counts, and the list of the one that is chosen.
import { CircleCheck, Coffee, Inbox } from 'lucide-react'
import { Trans, useTranslation } from 'react-i18next'
import { useAgent, useClient, useDesk, useWorkspace } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { InboxView } from '../../stores/place.ts'
import { openConversation, shownConversation } from '../../stores/workspace-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { InboxList } from './inbox-list.tsx'
import { NotificationHint } from './notification-hint.tsx'
import { useHand } from './use-hand.ts'
import { useInboxCounts, useInboxList } from './use-inbox.ts'
import styles from './inbox.module.css'

/** The rail's two sections: what concerns me, and everything. */
const pairs = { inbox: ['mine', 'queue'], all: ['open', 'closed'] } as const satisfies Record<
  string,
  readonly InboxView[]
>

export function InboxPane({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace } = useDesk()
  const shown = useWorkspace(shownConversation)
  const counts = useInboxCounts()
  const pair: readonly InboxView[] = view === 'mine' || view === 'queue' ? pairs.inbox : pairs.all
  return (
    <div className={styles.pane}>
      <Tabs
        label={t('views')}
        value={view}
        onValueChange={(next) => openConversation(workspace, shown, next)}
        className={styles.tabs}
        panelClassName={styles.panel}
        tabs={pair.map((value) => ({
          value,
          label: t(`view.${value}`),
          ...(value === 'closed' ? {} : { count: counts[value] }),
          panel: <ViewPanel key={value} view={value} />,
        }))}
      />
      <NotificationHint />
    </div>
  )
}

function ViewPanel({ view }: Readonly<{ view: InboxView }>) {
  const isReady = useClient((state) => state.ready)
  const hand = useHand()
  const list = useInboxList(view, hand.isIn)
  const errorText = useErrorText()
  const { t } = useTranslation('deskInbox')
  const isEmpty = list.order.ids.length === 0
  const isLoading = !isReady || (isEmpty && view === 'closed' && !list.paged.loaded && list.paged.code === undefined)
  if (isLoading) return <LoadingRows />
  return (
    <>
      {list.paged.code !== undefined && (
        <div className={styles.problem}>
          <Banner tone="warning" title={t('listFailed')}>
            {errorText(list.paged.code)}
          </Banner>
        </div>
      )}
      {view === 'queue' && !isEmpty && <p className={styles.order}>{t('queueOrder')}</p>}
      {isEmpty ? <EmptyView view={view} /> : <InboxList view={view} list={list} hand={hand.props} />}
    </>
  )
}

function LoadingRows() {
  const { t } = useTranslation('deskShell')
  return (
    <div aria-busy aria-label={t('loading')} role="status" className={styles.loading}>
      {[62, 48, 71, 55, 66, 50].map((width) => (
        <div key={width} className={styles.loadingRow}>
          <Skeleton shape="disc" width="40px" />
          <div className={styles.loadingWords}>
            <Skeleton width={`${width - 20}%`} />
            <Skeleton width={`${width + 20}%`} />
          </div>
        </div>
      ))}
    </div>
  )
}

function EmptyView({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskInbox')
  const { session, actions } = useDesk()
  const { queue } = useInboxCounts()
  const status = useAgent(session.self.id)?.status ?? 'online'
  switch (view) {
    case 'mine':
      if (queue > 0)
        return (
          <EmptyState
            icon={Inbox}
            title={t('empty.mine')}
            hint={<Trans t={t} i18nKey="empty.takeOne" components={{ key: <Kbd keys="A" /> }} />}
            action={
              <Button variant="primary" onClick={() => actions.takeNext()}>
                {t('empty.take', { count: queue })}
              </Button>
            }
          />
        )
      if (status !== 'online')
        return (
          <EmptyState
            icon={Coffee}
            title={t('empty.mine')}
            hint={t(`empty.while.${status}`)}
            action={<Button onClick={() => void actions.setStatus('online')}>{t('empty.goOnline')}</Button>}
          />
        )
      return <EmptyState icon={CircleCheck} title={t('empty.mine')} hint={t('empty.mineHint')} />
    case 'queue':
      return <EmptyState icon={CircleCheck} title={t('empty.queue')} hint={t('empty.queueHint')} />
    case 'open':
      return <EmptyState icon={CircleCheck} title={t('empty.open')} hint={t('empty.openHint')} />
    case 'closed':
      return <EmptyState icon={Inbox} title={t('empty.closed')} hint={t('empty.closedHint')} />
    default:
      return view satisfies never
  }
}
