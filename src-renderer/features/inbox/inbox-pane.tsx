// The list pane: two views side by side with their counts, and the list of the one that is chosen.
import { CircleCheck, Coffee, Inbox, ListFilter, UsersRound } from 'lucide-react'
import { Trans, useTranslation } from 'react-i18next'
import { useAgent, useClient, useDesk, useWorkspace } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { isFiltering, withoutTerms } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { changeQuery, openConversation, shownConversation, shownQuery } from '../../stores/workspace-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { InboxBar } from './inbox-bar.tsx'
import { InboxList } from './inbox-list.tsx'
import { NotificationHint } from './notification-hint.tsx'
import { useHand } from './use-hand.ts'
import { useInboxCounts, useInboxList, useIsInGroup, type InboxList as List } from './use-inbox.ts'
import styles from './inbox.module.css'

/** The rail's two sections: what concerns me, and everything. */
const pairs = { inbox: ['mine', 'queue', 'groups'], all: ['open', 'closed'] } as const satisfies Record<
  string,
  readonly InboxView[]
>

export function InboxPane({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace } = useDesk()
  const shown = useWorkspace(shownConversation)
  const counts = useInboxCounts()
  const pair: readonly InboxView[] = view === 'open' || view === 'closed' ? pairs.all : pairs.inbox
  return (
    <div className={styles.pane}>
      <Tabs
        label={t('which')}
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
  const query = useWorkspace(shownQuery)
  const list = useInboxList(view, query, hand.isIn)
  const errorText = useErrorText()
  const { t } = useTranslation('deskInbox')
  const isEmpty = list.order.ids.length === 0
  const isLoading = !isReady || (isEmpty && view === 'closed' && !list.paged.loaded && list.paged.code === undefined)
  if (isLoading) return <LoadingRows />
  const isFiltered = isFiltering(query)
  return (
    <>
      <InboxBar view={view} found={list.order.ids.length} />
      {list.paged.code !== undefined && (
        <div className={styles.problem}>
          <Banner tone="warning" title={t('listFailed')}>
            {errorText(list.paged.code)}
          </Banner>
        </div>
      )}
      {isEmpty && (isFiltered ? <NothingFits list={list} /> : <EmptyView view={view} />)}
      {!isEmpty && <InboxList view={view} list={list} hand={hand.props} />}
    </>
  )
}

function NothingFits({ list }: Readonly<{ list: List }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace } = useDesk()
  return (
    <EmptyState
      icon={ListFilter}
      title={t('empty.filtered')}
      hint={list.hasMore ? t('more.looked', { count: list.paged.ids.length }) : t('empty.filteredHint')}
      action={
        list.hasMore ? (
          <Button loading={list.paged.loading} onClick={list.loadMore}>
            {t('more.on')}
          </Button>
        ) : (
          <Button onClick={() => changeQuery(workspace, withoutTerms)}>{t('filter.clear')}</Button>
        )
      }
    />
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
  const isInGroup = useIsInGroup()
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
    case 'groups':
      return isInGroup ? (
        <EmptyState icon={CircleCheck} title={t('empty.groups')} hint={t('empty.groupsHint')} />
      ) : (
        <EmptyState icon={UsersRound} title={t('empty.noGroups')} hint={t('empty.noGroupsHint')} />
      )
    case 'open':
      return <EmptyState icon={CircleCheck} title={t('empty.open')} hint={t('empty.openHint')} />
    case 'closed':
      return <EmptyState icon={Inbox} title={t('empty.closed')} hint={t('empty.closedHint')} />
    default:
      return view satisfies never
  }
}
