// The items of the timeline as elements: day breaks, system lines, groups.
import type { AgentId } from '#protocol'
import type { TimelineEvent, TimelineItem } from '../conversation/timeline.ts'
import { h } from '../dom/element.ts'
import type { Words } from '../i18n/en.ts'
import { MessageGroup } from './message-group.tsx'
import type { View } from './view.ts'

const eventWords = (event: TimelineEvent, words: Words): string =>
  event.type === 'joined' || event.type === 'transferred'
    ? words.event[event.type](event.name || words.person.team)
    : words.event[event.type]

export function TimelineView({ view, items }: { readonly view: View; readonly items: readonly TimelineItem[] }) {
  const { widget, words, time } = view
  return items.map((item) =>
    item.kind === 'group' ? (
      <MessageGroup view={view} group={item} name={widget.agentNames.get().get(item.author.id as AgentId)} />
    ) : (
      <p key={item.key} class={`${item.kind} small`} dir="auto" title={time.full(item.at)}>
        {item.kind === 'day' ? time.day(item.at, widget.now()) : eventWords(item.event, words)}
      </p>
    ),
  )
}
