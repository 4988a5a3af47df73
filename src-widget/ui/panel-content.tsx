// The second part: all that stands in the panel below its header, and what can only be done to the drawn page there: scroll
// position, the field's height, read marks.
import type { FileKey } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import { createComposition } from '../compose/composition.ts'
import { marksToMove } from '../conversation/unread.ts'
import { addStyles } from '../dom/add-styles.ts'
import { h } from '../dom/element.ts'
import { wordsOf } from '../i18n/words.ts'
import { createTimeWords, type TimeWords } from '../text/time-words.ts'
import composer from '../styles/composer.css?inline'
import content from '../styles/content.css?inline'
import messages from '../styles/messages.css?inline'
import rating from '../styles/rating.css?inline'
import { AnnouncementLine } from './announcement-line.tsx'
import { Composer } from './composer.tsx'
import { ConnectionBar } from './connection-bar.tsx'
import { focusedIn } from './focus.ts'
import type { PanelPart } from './frame.ts'
import { createMemo } from './memo.ts'
import { loadEarlier, MessageList } from './message-list.tsx'
import { PlaceLine } from './place-line.tsx'
import { RatingCard } from './rating-card.tsx'
import { createStickyScroll } from './sticky-scroll.ts'
import type { Local, Parts, View } from './view.ts'

/** On a touch screen the field would call up the keyboard over the greeting. */
const isTouch = (): boolean => window.matchMedia('(pointer: coarse)').matches

export const createPanelContent: PanelPart['createPanelContent'] = ({ widget, parts: frameParts, root, redraw }) => {
  const { client } = widget
  const parts: Parts = frameParts
  const timeWords = createMemo<TimeWords>()
  const scroll = createStickyScroll(redraw, () => loadEarlier({ state: client.state(), widget }))
  const composition = createComposition({
    client,
    drafts: widget.drafts,
    uploads: widget.uploads,
    after: widget.after,
    isWriting: () => parts.field !== undefined && focusedIn(parts.field) === parts.field,
  })
  let local: Local = {
    isPickingEmoji: false,
    isDropping: false,
    copied: undefined,
    isRating: false,
    ratingRefusal: undefined,
    broken: new Set<FileKey>(),
  }
  let cancelTick: Cancel | undefined

  const set = (change: Partial<Local>): void => {
    local = { ...local, ...change }
    redraw()
  }

  const takeFiles = (event: Event, transfer: DataTransfer | null): void => {
    const files = [...(transfer?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    composition.addFiles(files)
  }

  const fitField = (): void => {
    const { field } = parts
    if (!field) return
    field.style.height = '0'
    field.style.height = `${field.scrollHeight}px`
  }

  const markRead = (): void => {
    if (!scroll.isAtEnd() || document.visibilityState !== 'visible') return
    for (const { conversation, upTo } of marksToMove(client.state().conversations)) client.markRead(conversation, upTo)
  }

  /** The countdown to the next try, once a second. */
  const tick = (): void => {
    cancelTick?.()
    const { link } = client.state()
    const leftMs = link.kind === 'waiting' ? link.retryAt - widget.now() : 0
    cancelTick = leftMs > 0 ? widget.after((leftMs % 1000) + 1, redraw) : undefined
  }

  addStyles(root, [content, messages, rating, composer].join('\n'), widget.nonce)
  for (const source of [widget.readAnnouncement, widget.ratingDraft, composition]) source.subscribe(redraw)

  return {
    describe(frame) {
      const { locale } = frame
      const words = wordsOf(locale)
      const time = timeWords([locale], () => createTimeWords(locale))
      const view: View = { ...frame, words, time, composition, scroll, local, set, parts }
      return [
        <ConnectionBar view={view} />,
        <AnnouncementLine view={view} />,
        <MessageList view={view} />,
        <PlaceLine view={view} />,
        <RatingCard view={view} />,
        <Composer view={view} />,
        local.isDropping && <p class="drop">{words.file.drop}</p>,
      ]
    },
    handlers: {
      onpaste: (event) => takeFiles(event, event.clipboardData),
      ondragover(event) {
        if (!event.dataTransfer?.types.includes('Files')) return
        event.preventDefault()
        if (!local.isDropping) set({ isDropping: true })
      },
      ondragleave({ currentTarget, relatedTarget }) {
        if (!currentTarget.contains(relatedTarget as Node | null)) set({ isDropping: false })
      },
      ondrop(event) {
        set({ isDropping: false })
        takeFiles(event, event.dataTransfer)
      },
    },
    closeInnermost() {
      const wasOpen = local.isPickingEmoji
      if (wasOpen) {
        set({ isPickingEmoji: false })
        parts.emojiButton?.focus()
      }
      return wasOpen
    },
    beforeDraw: scroll.beforeDraw,
    afterDraw() {
      fitField()
      scroll.afterDraw(client.state().outbox.at(-1)?.cid ?? '')
      markRead()
      tick()
    },
    focus: () => !isTouch() && parts.field?.focus({ preventScroll: true }),
  }
}
