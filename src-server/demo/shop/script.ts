// How a piece of shop talk is written down: who speaks, and the ways of saying it. Slots in braces are filled for each visit.

/**
 * `v` the visitor, `a` the agent. Several texts: one is chosen. A `?` line is left out half of the time; with `+photo` the
 * visitor sends a picture along.
 */
export type Line = readonly [who: 'v' | 'a' | 'v?' | 'a?' | 'v+photo', ...texts: readonly string[]]

export type Script = {
  readonly topic: Topic
  readonly language: 'zh' | 'en'
  /** How often it comes up, against the others of its language. */
  readonly weight: number
  readonly lines: readonly Line[]
}

export const topics = [
  'order-status',
  'refund',
  'delivery',
  'invoice',
  'brewing',
  'damaged',
  'stock',
  'gift',
  'wholesale',
  'payment',
  'address',
  'teaware',
] as const
export type Topic = (typeof topics)[number]
