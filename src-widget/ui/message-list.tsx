// The conversation: history with earlier pages on demand, who is typing, what is new below.
import { buildTimeline, type TimelineItem } from '../conversation/timeline.ts'
import { unreadMessages } from '../conversation/unread.ts'
import { currentConversation, visibleHistory } from '../conversation/visible-conversations.ts'
import { h, type Child } from '../dom/element.ts'
import { Icon } from './icons.tsx'
import { createMemo } from './memo.ts'
import { TimelineView } from './timeline-view.tsx'
import { TypingLine } from './typing-line.tsx'
import type { View, ViewProps } from './view.ts'

/** A long history is not described anew at every key stroke. */
const rememberTimeline = createMemo<{ readonly items: readonly TimelineItem[]; readonly drawn: Child }>()

const timelineOf = (view: View): { readonly items: readonly TimelineItem[]; readonly drawn: Child } => {
  const { state, time, local, widget } = view
  const day = time.dayOf(widget.now())
  return rememberTimeline([state.conversations, state.outbox, widget.agentNames.get(), time, local, day], () => {
    const items = buildTimeline(visibleHistory(state.conversations).views, state.outbox, time)
    return { items, drawn: <TimelineView view={view} items={items} /> }
  })
}

export const loadEarlier = ({ state, widget }: Pick<View, 'state' | 'widget'>): void => {
  const { earlier, loading } = visibleHistory(state.conversations)
  if (earlier !== undefined && !loading) widget.client.loadEarlier(earlier)
}

/** What stands where there is nothing to read yet: a welcome, an outline, or why it is missing. */
function EmptyList({ view: { words, state, widget } }: ViewProps) {
  const isHistoryMissing = !state.ready && widget.isKnown()
  if (!isHistoryMissing)
    return (
      <div class="greeting">
        <p class="strong">{words.greeting.title}</p>
        <p>{words.greeting.text}</p>
      </div>
    )
  return ['idle', 'connecting', 'syncing'].includes(state.link.kind) ? (
    <p class="shape" role="status" aria-label={words.list.loading} />
  ) : (
    <p class="event small">{words.list.later}</p>
  )
}

export function MessageList({ view }: ViewProps) {
  const { words, state, scroll } = view
  const { conversations } = state
  const { items, drawn } = timelineOf(view)
  const { earlier, loading } = visibleHistory(conversations)
  const writer = currentConversation(conversations)?.typing.find((author) => author.kind !== 'visitor')
  const unread = unreadMessages(conversations).length
  return (
    <div class="place">
      <div
        ref={scroll.attach}
        class="list"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabindex={0}
        role="log"
        aria-live="polite"
        aria-busy={loading}
        aria-label={words.list.label}
      >
        <div class="content">
          {earlier !== undefined && (
            <button type="button" class="earlier" disabled={loading} onclick={() => loadEarlier(view)}>
              {loading ? words.list.loading : words.list.earlier}
            </button>
          )}
          {items.length === 0 && <EmptyList view={view} />}
          {drawn}
          {writer && <TypingLine view={view} writer={writer} />}
        </div>
      </div>
      {!scroll.isAtEnd() && (
        <button type="button" class="pill" onclick={scroll.toEnd} title={words.list.toEnd}>
          <Icon name="down" size={18} />
          <span class={unread > 0 ? '' : 'hidden'}>{unread > 0 ? words.list.fresh(unread) : words.list.toEnd}</span>
        </button>
      )}
    </div>
  )
}
