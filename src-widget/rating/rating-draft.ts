// What the visitor is about to say of a closing, kept in the browser at every step (D5); nothing of it is sent before they say so.
import type { Offset } from '#protocol'
import type { Store } from '../visitor/store.ts'

export type RatingDraft = {
  readonly closing: Offset
  /** 0 while no face was chosen. */
  readonly score: number
  readonly comment: string
  /** Made at the first try and kept for every retry of the same (D2); empty before. */
  readonly cid: string
  /** `asked`: the faces are shown. `away`: not now, or said already. */
  readonly state: 'asked' | 'away'
}

const isDraft = (value: unknown): value is RatingDraft =>
  typeof value === 'object' &&
  value !== null &&
  'closing' in value &&
  'score' in value &&
  'comment' in value &&
  typeof value.comment === 'string' &&
  'cid' in value &&
  'state' in value

/** @returns undefined when there is none, or one of another closing. */
export const readRatingDraft = (kept: string | undefined, closing: Offset): RatingDraft | undefined => {
  try {
    const value: unknown = JSON.parse(kept ?? 'null')
    return isDraft(value) && value.closing === closing ? value : undefined
  } catch {
    // Unreadable: nothing to restore.
    return undefined
  }
}

export const writeRatingDraft = (store: Store<string | undefined>, draft: RatingDraft): void =>
  store.set(JSON.stringify(draft))
