// What this visitor asked before, newest first: when, who had it last, whether it is closed. A click opens it in place.
import type { ConversationId, ConversationSummary, VisitorId } from '#protocol'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../i18n/use-format.ts'
import { useAgent, useClient, useDesk, useSummary } from '../../stores/desk.ts'
import { emptyList, listKey } from '../../stores/paged-lists.ts'
import { useMinute } from '../../stores/now-store.ts'
import { useLastLine } from '../../stores/use-last-line.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './visitor.module.css'

export function EarlierConversations({ visitor, except }: Readonly<{ visitor: VisitorId; except: ConversationId }>) {
  const { t } = useTranslation('deskVisitor')
  const { lists } = useDesk()
  const isLive = useClient(({ link }) => link.kind === 'live')
  const list = useStore(lists, (all) => all.get(listKey('visitor', visitor))) ?? emptyList
  useEffect(() => {
    if (isLive) void lists.refresh('visitor', visitor)
  }, [lists, visitor, isLive])
  const ids = list.ids.filter((id) => id !== except)
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>
        {ids.length > 0 ? t('earlier.title', { count: ids.length }) : t('earlier.heading')}
      </h3>
      {!list.loaded && list.code === undefined && <Skeleton width="80%" />}
      {list.code !== undefined && (
        <p className={styles.faint}>
          {t('earlier.failed')}{' '}
          <Button size="small" variant="quiet" onClick={() => void lists.refresh('visitor', visitor)}>
            {t('earlier.again')}
          </Button>
        </p>
      )}
      {list.loaded && ids.length === 0 && <p className={styles.faint}>{t('earlier.none')}</p>}
      <ul className={styles.earlier}>
        {ids.map((id) => (
          <Earlier key={id} id={id} />
        ))}
      </ul>
      {list.next !== 0 && (
        <Button size="small" variant="quiet" loading={list.loading} onClick={() => void lists.more('visitor', visitor)}>
          {t('earlier.more')}
        </Button>
      )}
    </section>
  )
}

function Earlier({ id }: Readonly<{ id: ConversationId }>) {
  const { workspace } = useDesk()
  const summary = useSummary(id)
  if (summary === undefined) return null
  return (
    <li>
      <button type="button" className={styles.earlierItem} onClick={() => openConversation(workspace, id)}>
        <EarlierWords summary={summary} />
      </button>
    </li>
  )
}

function EarlierWords({ summary }: Readonly<{ summary: ConversationSummary }>) {
  const { t } = useTranslation('deskVisitor')
  const format = useFormat()
  const minute = useMinute()
  const owner = useAgent(summary.owner)
  const lastLine = useLastLine()
  return (
    <>
      <span className={styles.earlierLine} dir="auto">
        {lastLine(summary.lastMessage) ?? t('earlier.empty')}
      </span>
      <span className={styles.faint}>
        {format.stamp(summary.lastMessage?.at ?? summary.openedAt, minute)}
        {owner !== undefined && (
          <>
            {' · '}
            <bdi>{owner.name}</bdi>
          </>
        )}
        {` · ${t(summary.status === 'open' ? 'earlier.open' : 'earlier.closed')}`}
      </span>
    </>
  )
}
