// What one drawing of the panel's content shows, taken once so that all parts agree, and what parts may change.
import type { Cid, ErrorCode, FileKey } from '#protocol'
import type { Composition } from '../compose/composition.ts'
import type { Words } from '../i18n/en.ts'
import type { TimeWords } from '../text/time-words.ts'
import type { Frame, FrameParts } from './frame.ts'
import type { StickyScroll } from './sticky-scroll.ts'

/** What only this screen knows. */
export type Local = {
  readonly isPickingEmoji: boolean
  readonly isDropping: boolean
  readonly copied: Cid | undefined
  /** A rating is on its way. */
  readonly isRating: boolean
  readonly ratingRefusal: ErrorCode | undefined
  /** Images that could not be shown. */
  readonly broken: ReadonlySet<FileKey>
}

/** Elements that are reached by name. */
export type Parts = FrameParts & {
  field?: HTMLTextAreaElement
  emojiButton?: HTMLElement
  picker?: HTMLInputElement
}

export type View = Omit<Frame, 'content' | 'words'> & {
  readonly words: Words
  readonly time: TimeWords
  readonly composition: Composition
  readonly scroll: StickyScroll
  readonly local: Local
  readonly set: (change: Partial<Local>) => void
  readonly parts: Parts
}

export type ViewProps = { readonly view: View }
