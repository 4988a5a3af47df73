// The virtualised timeline: stays at the end while one is there, keeps its place while older messages come in above, and
// announces what arrived below while one reads further up. Jumped to a message, it begins with that in its middle.
import type { ConversationView } from '#client/client-state.ts'
import { NO_OFFSET, NO_SEQ, type ConversationId, type FileRef, type Offset, type Seq } from '#protocol'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useDesk } from '../../stores/desk.ts'
import { useMinute } from '../../stores/now-store.ts'
import { DayBreak, UnreadBreak } from '../../ui/day-break.tsx'
import { NewPill } from '../../ui/new-pill.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ImageViewer } from './image-viewer.tsx'
import { MessageItem } from './message-item.tsx'
import { RecalledLine } from './recalled-line.tsx'
import { SystemLine } from './system-line.tsx'
import { PastBar, PastFailed } from './past-bar.tsx'
import { countAfter, guessHeight, lastSeenOffset, newestUnsent, type TimelineItem } from './timeline.ts'
import { useFound } from './use-found.ts'
import { useGoToMessage } from './use-go-to-message.ts'
import { usePast } from './use-past.ts'
import { useReadMarks } from './use-read-marks.ts'
import { useTimeline } from './use-timeline.ts'
import styles from './timeline.module.css'

/** Closer to the end than this counts as being there: a line and a bit. */
const atEndPx = 48
/** Older messages are fetched this long before the top comes into view. */
const earlierWithinPx = 600
const paddingPx = 16

/** `at`: the entry to begin with, NO_SEQ for the end; another one is another list. */
export function TimelineList({ id, view, at }: Readonly<{ id: ConversationId; view: ConversationView; at: Seq }>) {
  const { t } = useTranslation('deskConversation')
  const { client } = useDesk().session
  const past = usePast(view, at)
  const isInPast = past?.reachesNow === false
  const items = useTimeline(id, past)
  const entries = past?.entries ?? view.entries
  const scroller = useRef<HTMLDivElement>(null)
  const [image, setImage] = useState<FileRef>()
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => guessHeight(items[index]),
    getItemKey: (index) => items[index]?.key ?? index,
    anchorTo: 'end',
    followOnAppend: !isInPast,
    scrollEndThreshold: atEndPx,
    paddingStart: paddingPx,
    paddingEnd: paddingPx,
    overscan: 8,
  })
  useStayAtEnd(scroller, virtualizer, items, at !== NO_SEQ)
  const found = useFound(scroller, virtualizer, items, entries, at)

  const offset = virtualizer.scrollOffset ?? 0
  const isAtEnd = virtualizer.isAtEnd(atEndPx)
  const height = virtualizer.scrollRect?.height ?? 0
  const lastVisible = virtualizer.getVirtualItems().findLast((row) => row.start + row.size / 2 < offset + height)
  const seen = isAtEnd ? lastSeenOffset(items, items.length) : lastSeenOffset(items, lastVisible?.index ?? -1)
  useReadMarks(id, isInPast ? undefined : seen)

  const { atStart, loading } = past ?? view
  // Not before it stands where it was asked to stand: the top is only passed on the way there.
  const mayLoad = !loading && items.length > 0 && found.isSettled && past?.code === undefined
  const needsEarlier = mayLoad && !atStart && offset < earlierWithinPx
  const isPastEnd = offset + height > virtualizer.getTotalSize() - earlierWithinPx
  const needsLater = mayLoad && isInPast && !needsEarlier && isPastEnd
  useEffect(() => {
    if (needsEarlier) (past?.loadEarlier ?? (() => client.loadEarlier(id)))()
    else if (needsLater) past?.loadLater()
    // oxlint-disable-next-line react/exhaustive-deps -- the past's functions are new in each render and do the same
  }, [needsEarlier, needsLater, client, id, items.length])

  const goToMessage = useGoToMessage(virtualizer, items)
  const below = useNewBelow(items, isAtEnd)
  return (
    <div className={styles.area}>
      <div
        ref={scroller}
        className={styles.scroller}
        role="log"
        aria-label={t('timeline')}
        aria-live="polite"
        aria-busy={loading}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container needs the focus for arrow keys
        tabIndex={0}
      >
        {items.length === 0 && past?.code !== undefined ? (
          <PastFailed code={past.code} onRetry={past.retry} />
        ) : items.length === 0 && loading ? (
          <LoadingTimeline />
        ) : (
          <div className={styles.rows} style={{ blockSize: virtualizer.getTotalSize() }}>
            {virtualizer.getVirtualItems().map(({ key, index, start }) => (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                data-found={index === found.index || undefined}
                className={styles.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row item={items[index]} view={view} onOpenImage={setImage} onGo={goToMessage} />
              </div>
            ))}
          </div>
        )}
      </div>
      {at === NO_SEQ ? (
        <NewPill count={below} edge="bottom" onSelect={() => virtualizer.scrollToEnd({ behavior: 'auto' })} />
      ) : (
        <PastBar id={id} isAtNow={!isInPast && isAtEnd} />
      )}
      <ImageViewer file={image} onClose={() => setImage(undefined)} />
    </div>
  )
}

type RowProps = Readonly<{
  item: TimelineItem | undefined
  view: ConversationView
  onOpenImage: (file: FileRef) => void
  onGo: (offset: Offset) => void
}>

function Row({ item, view, onOpenImage, onGo }: RowProps) {
  switch (item?.kind) {
    case undefined:
      return null
    case 'message':
      return <MessageItem item={item} view={view} onOpenImage={onOpenImage} onGo={onGo} />
    case 'recalled':
      return <RecalledLine item={item} id={view.summary.id} />
    case 'system':
      return <SystemLine entry={item.entry} />
    case 'unread':
      return <UnreadBreak />
    case 'day':
      return <Day at={item.at} />
    default:
      return item satisfies never
  }
}

function Day({ at }: Readonly<{ at: number }>) {
  return <DayBreak label={useFormat().day(at, useMinute())} />
}

function LoadingTimeline() {
  const { t } = useTranslation('deskShell')
  return (
    <div className={styles.loading} role="status" aria-label={t('loading')}>
      {[46, 62, 30].map((width) => (
        <Skeleton key={width} shape="block" width={`${width}%`} height="44px" />
      ))}
    </div>
  )
}

type Virtual = ReturnType<typeof useVirtualizer<HTMLDivElement, HTMLDivElement>>

/** Opens at the end; a composer that grows or a window that shrinks takes no line away from who reads at the end. */
function useStayAtEnd(
  scroller: React.RefObject<HTMLDivElement | null>,
  virtualizer: Virtual,
  items: readonly TimelineItem[],
  beginsElsewhere: boolean,
): void {
  const wasAtEnd = useRef(!beginsElsewhere)
  const hasItems = items.length > 0
  useLayoutEffect(() => {
    if (hasItems && !beginsElsewhere) virtualizer.scrollToEnd()
  }, [hasItems, virtualizer, beginsElsewhere])
  useLayoutEffect(() => {
    wasAtEnd.current = virtualizer.isAtEnd(atEndPx)
  })
  // My own message is always followed, wherever I was reading.
  const mine = newestUnsent(items)
  useLayoutEffect(() => {
    if (mine !== undefined) virtualizer.scrollToEnd()
  }, [mine, virtualizer])
  useEffect(() => {
    const element = scroller.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => {
      if (wasAtEnd.current) virtualizer.scrollToEnd()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [scroller, virtualizer])
}

/** How many messages came below the fold since one left the end. */
function useNewBelow(items: readonly TimelineItem[], isAtEnd: boolean): number {
  const newest = lastSeenOffset(items, items.length) ?? NO_OFFSET
  const [seen, setSeen] = useState<Offset>(newest)
  if (isAtEnd && seen !== newest) setSeen(newest)
  if (isAtEnd) return 0
  return countAfter(items, seen)
}
