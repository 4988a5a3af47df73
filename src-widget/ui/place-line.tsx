// How long it may take, as far as the desk knows: the place in the queue, or that a message was left and when it is read.
import { counterpartOf } from '../conversation/counterpart.ts'
import { currentConversation } from '../conversation/visible-conversations.ts'
import { h } from '../dom/element.ts'
import type { View, ViewProps } from './view.ts'

const MINUTE_MS = 60_000

const sentences = ({ state: { link, conversations }, words, time, widget }: View): readonly string[] => {
  const told = currentConversation(conversations)?.place
  const { place } = words
  // What was told before the connection went may be wrong by now.
  if (!told || told.state === 'none' || link.kind !== 'live') return [place.arrived, place.taken]
  const { state, position, waitMs, opensAt } = told
  if (state === 'full') return [place.full, place.room]
  if (state === 'closed')
    return [place.closed, place.back(opensAt ? `${time.day(opensAt, widget.now())} ${time.clock(opensAt)}` : '')]
  return [position > 1 ? place.before(position - 1) : place.next, waitMs ? place.wait(waitMs / MINUTE_MS) : '']
}

/** Always there, so that a reader notices when it changes; the desk changes it seldom. */
export function PlaceLine({ view }: ViewProps) {
  const { isWaiting } = counterpartOf(view.state.conversations, view.widget.agentNames.get())
  const [title, more] = isWaiting ? sentences(view) : []
  return (
    <div key="place" class={title ? 'place-line small' : ''} role="status">
      <p class="strong">{title}</p>
      <p>{more}</p>
    </div>
  )
}
