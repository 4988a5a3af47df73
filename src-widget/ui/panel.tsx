// The conversation's window: beside the page, over the whole of a small screen, or a page of its own.
import { h } from '../dom/element.ts'
import { AnnouncementLine } from './announcement-line.tsx'
import { Composer } from './composer.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { keepFocusInside } from './focus.ts'
import { MessageList } from './message-list.tsx'
import { PanelHeader, TITLE_ID } from './panel-header.tsx'
import { PlaceLine } from './place-line.tsx'
import type { View, ViewProps } from './view.ts'

const takeFiles = ({ composition }: View, event: Event, transfer: DataTransfer | null): void => {
  const files = [...(transfer?.files ?? [])]
  if (files.length === 0) return
  event.preventDefault()
  composition.addFiles(files)
}

const closeInnermost = ({ local, set, parts, widget }: View): void => {
  if (!local.isPickingEmoji) return widget.close()
  set({ isPickingEmoji: false })
  parts.emojiButton?.focus()
}

export function Panel({ view }: ViewProps) {
  const { widget, words, local, isFull, set, parts } = view
  const isPage = widget.options.mode === 'page'
  return (
    <section
      key="panel"
      ref={(panel) => (parts.panel = panel)}
      class={isFull || isPage ? 'panel full' : 'panel'}
      role={isPage ? 'main' : 'dialog'}
      aria-modal={isFull || undefined}
      aria-labelledby={TITLE_ID}
      tabindex={-1}
      onkeydown={(event) => {
        if (event.key === 'Escape' && !event.isComposing) closeInnermost(view)
        if (isFull) keepFocusInside(event, event.currentTarget)
      }}
      onpaste={(event) => takeFiles(view, event, event.clipboardData)}
      ondragover={(event) => {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        if (!local.isDropping) set({ isDropping: true })
      }}
      ondragleave={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget as Node | null)) set({ isDropping: false })
      }}
      ondrop={(event) => {
        set({ isDropping: false })
        takeFiles(view, event, event.dataTransfer)
      }}
    >
      <PanelHeader view={view} />
      <ConnectionBar view={view} />
      <AnnouncementLine view={view} />
      <MessageList view={view} />
      <PlaceLine view={view} />
      <Composer view={view} />
      {local.isDropping && <p class="drop">{words.file.drop}</p>}
    </section>
  )
}
