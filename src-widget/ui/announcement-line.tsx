// What the desk tells everybody at the moment, until the visitor has read it. The next one is shown again.
import { h } from '../dom/element.ts'
import { TextButton } from './buttons.tsx'
import type { ViewProps } from './view.ts'

/** Always there, so that a reader notices when something is announced. */
export function AnnouncementLine({ view: { state, widget, words, locale } }: ViewProps) {
  const { announcement } = state
  const mark = String(announcement?.at)
  const text =
    mark === widget.readAnnouncement.get() ? '' : announcement?.[locale] || announcement?.en || announcement?.zh
  return (
    <div key="told" class={text ? 'bar bar-next told' : ''} role="status">
      <p>{text}</p>
      {text && <TextButton label={words.gotIt} press={() => widget.readAnnouncement.set(mark)} />}
    </div>
  )
}
