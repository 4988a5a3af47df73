// The virtualised list of one view: a listbox with one tab stop. j, k, arrows, Home, End and pages move; Enter opens.
import { NO_CONVERSATION, type ConversationId } from '#protocol'
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useDesk, usePreference, useWorkspace } from '../../stores/desk.ts'
import { useGroupNames } from '../../stores/use-group-names.ts'
import { isFiltering } from '../../stores/inbox-query.ts'
import type { InboxView } from '../../stores/place.ts'
import { openConversation, shownConversation, shownQuery } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { NewPill } from '../../ui/new-pill.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { InboxRow } from './inbox-row.tsx'
import { RowMenu } from './row-menu.tsx'
import { stepOf } from './step-of.ts'
import type { InboxList as List } from './use-inbox.ts'
import type { HandProps } from './use-hand.ts'
import styles from './inbox.module.css'

/** The rows of styles/tokens.css: comfortable and compact. */
const rowHeights = { comfortable: 64, compact: 44 } as const
const padding = 4

const conversationAt = (target: EventTarget): ConversationId => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-conversation]') : null
  return Number(row?.dataset['conversation'] ?? NO_CONVERSATION) as ConversationId
}

type InboxListProps = Readonly<{ view: InboxView; list: List; hand: HandProps }>

export function InboxList({ view, list, hand }: InboxListProps) {
  const { t } = useTranslation('deskInbox')
  const { workspace, signals, selection } = useDesk()
  const shown = useWorkspace(shownConversation)
  const groupName = useGroupNames()
  const query = useWorkspace(shownQuery)
  const isFiltered = isFiltering(query)
  const picked = useStore(selection, (state) => state.picked)
  const isPicking = picked.size > 0
  const rowHeight = rowHeights[usePreference(({ density }) => density)]
  const scroller = useRef<HTMLDivElement>(null)
  const { ids, fresh, gone } = list.order
  const [cursor, setCursor] = useState<ConversationId>(NO_CONVERSATION)
  const cursorIndex = ids.indexOf(ids.includes(cursor) ? cursor : shown)
  // Where the keyboard was: when that row leaves, the one that took its place is next.
  const [lastIndex, setLastIndex] = useState(0)
  if (cursorIndex !== -1 && cursorIndex !== lastIndex) setLastIndex(cursorIndex)
  const tabStop = cursorIndex === -1 ? Math.max(0, Math.min(lastIndex, ids.length - 1)) : cursorIndex
  const wanted = useRef<ConversationId>(NO_CONVERSATION)

  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => ids[index] ?? index,
    paddingStart: padding,
    paddingEnd: padding,
    overscan: 6,
    // The row that has the focus stays in the page, however far one scrolls.
    rangeExtractor: (range: Range) =>
      [...new Set([...defaultRangeExtractor(range), tabStop])].filter((i) => i < range.count).sort((a, b) => a - b),
  })
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight])

  const focusRow = (index: number): void => {
    const id = ids[Math.max(0, Math.min(ids.length - 1, index))]
    if (id === undefined) return
    wanted.current = id
    setCursor(id)
    virtualizer.scrollToIndex(ids.indexOf(id))
    scroller.current?.querySelector<HTMLElement>(`[data-conversation="${id}"]`)?.focus({ preventScroll: true })
  }
  // A row that scrolled into existence gets the focus that was meant for it.
  useEffect(() => {
    if (wanted.current === NO_CONVERSATION) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-conversation="${wanted.current}"]`)
    if (!row) return
    wanted.current = NO_CONVERSATION
    if (document.activeElement !== row) row.focus({ preventScroll: true })
  })
  useEffect(() => signals.on('moveInList', (step) => focusRow(cursorIndex === -1 ? tabStop : tabStop + step)))

  useEffect(() => signals.on('thawList', list.thaw))

  const open = (id: ConversationId): void => {
    openConversation(workspace, id)
    // A turn later: the conversation has to be on screen first.
    window.requestAnimationFrame(() => signals.focusComposer())
  }
  const onRowClick = (id: ConversationId, event: MouseEvent): void => {
    const onFace = event.target instanceof Element && event.target.closest('[data-pick]') !== null
    if (event.shiftKey) selection.extend(id, ids)
    else if (onFace || event.ctrlKey || event.metaKey) selection.toggle(id)
    else open(id)
  }
  const pickAll = (): void => selection.pick(ids.filter((id) => !gone.has(id)))
  useEffect(() =>
    signals.on('pickInList', (what) => {
      const here = ids[tabStop]
      if (what === 'all') pickAll()
      else if (here !== undefined) {
        selection.toggle(here)
        focusRow(tabStop)
      }
    }),
  )
  // Another view, filter or order: what was picked is out of sight.
  useEffect(() => selection.clear, [selection, view, query])
  const onKeyDown = (event: KeyboardEvent): void => {
    const isAll = event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)
    if (!isAll && (event.altKey || event.ctrlKey || event.metaKey)) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const step = stepOf(event.key, page)
    if (isAll) pickAll()
    else if (step !== undefined) {
      // With Shift the range grows: from the row one stands on to the one one goes to.
      if (event.shiftKey && !isPicking) selection.toggle(ids[tabStop] ?? NO_CONVERSATION)
      const next = Math.max(0, Math.min(ids.length - 1, tabStop + step))
      if (event.shiftKey) selection.extend(ids[next] ?? NO_CONVERSATION, ids)
      focusRow(next)
    } else if (event.key === 'Enter' || event.key === ' ') open(ids[tabStop] ?? NO_CONVERSATION)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const rows = virtualizer.getVirtualItems()
  const { loadMore } = list
  const lastDrawn = rows.at(-1)?.index ?? 0
  useEffect(() => {
    // A filter might ask for all there ever was: that is the person's to decide.
    if (lastDrawn >= ids.length - 1 && !isFiltered) loadMore()
    // loadMore is new on each render and does nothing when there is nothing more.
    // oxlint-disable-next-line react/exhaustive-deps -- only reaching the end counts
  }, [lastDrawn, ids.length, isFiltered])

  return (
    <div className={styles.area} {...hand}>
      <NewPill
        count={fresh.length}
        edge="top"
        onSelect={() => {
          list.thaw()
          virtualizer.scrollToOffset(0)
        }}
      />
      <RowMenu>
        <div ref={scroller} className={styles.scroller}>
          <div
            role="listbox"
            aria-label={t(`list.${view}`)}
            aria-orientation="vertical"
            aria-multiselectable={isPicking || undefined}
            tabIndex={-1}
            className={styles.rows}
            style={{ blockSize: virtualizer.getTotalSize() }}
            onKeyDown={onKeyDown}
            // Here instead of at each row: rows are drawn anew only when something of their own changes.
            onClick={(event) => {
              const id = conversationAt(event.target)
              if (id !== NO_CONVERSATION) onRowClick(id, event)
            }}
            onFocus={(event) => setCursor(conversationAt(event.target))}
          >
            {rows.map(({ index, start, key }) => {
              const id = ids[index] ?? NO_CONVERSATION
              return (
                <div
                  key={key}
                  role="presentation"
                  className={styles.slot}
                  style={{ blockSize: rowHeight, transform: `translateY(${start}px)` }}
                >
                  <InboxRow
                    id={id}
                    groupName={groupName}
                    data-conversation={id}
                    aria-posinset={index + 1}
                    aria-setsize={ids.length}
                    tabIndex={index === tabStop ? 0 : -1}
                    selected={isPicking ? picked.has(id) : id === shown}
                    picked={isPicking ? picked.has(id) : undefined}
                    aria-current={isPicking && id === shown ? 'true' : undefined}
                    gone={gone.has(id)}
                  />
                </div>
              )
            })}
          </div>
        </div>
      </RowMenu>
      {isFiltered && list.hasMore && (
        <div className={styles.further}>
          <span>{t('more.looked', { count: list.paged.ids.length })}</span>
          <Button variant="quiet" size="small" loading={list.paged.loading} onClick={loadMore}>
            {t('more.on')}
          </Button>
        </div>
      )}
      <BulkBar ids={ids.filter((id) => !gone.has(id))} />
    </div>
  )
}
