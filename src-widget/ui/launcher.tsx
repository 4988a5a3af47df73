// The round button on the shop's page: opens and closes the panel, shows how much is unread.
import { unreadMessages } from '../conversation/unread.ts'
import { h } from '../dom/element.ts'
import { Icon } from './icons.tsx'
import type { FrameProps } from './frame.ts'

const MAX_SHOWN = 99

export function Launcher({ frame: { widget, panel, words, state, parts } }: FrameProps) {
  const isOpen = widget.isOpen.get()
  const unread = unreadMessages(state.conversations).length
  const { open, close, openWithUnread } = words.launcher
  const label = isOpen ? close : unread > 0 ? openWithUnread(unread) : open
  return (
    <button
      ref={(button) => (parts.launcher = button)}
      type="button"
      class="launcher"
      aria-expanded={isOpen}
      aria-label={label}
      title={label}
      // On its way before the finger is up again.
      onpointerenter={panel.want}
      onclick={() => (isOpen ? widget.close() : widget.open(true))}
    >
      <Icon name={isOpen ? 'down' : 'chat'} size={26} />
      {!isOpen && unread > 0 && <span aria-hidden>{unread > MAX_SHOWN ? `${MAX_SHOWN}+` : unread}</span>}
    </button>
  )
}
