// How a conversation is written down: who says what in which order, each line in several ways. `|` starts the next bubble,
// {slots} are facts of this conversation (facts.ts).
import type { ChosenCloseReason } from '../../protocol/index.ts'

export type Language = 'zh' | 'en'
export type Who = 'visitor' | 'agent'

/** One of `says` is said. */
export type Turn = { readonly who: Who; readonly says: readonly string[] }
/** Said in some conversations and left out in others. */
export type Aside = { readonly aside: readonly Turn[] }

export type Scenario = {
  readonly topic: Topic
  /** How often it comes up beside the others of its language. */
  readonly weight: number
  /** What the visitor comes with. */
  readonly opens: readonly string[]
  /** The agent answers first. */
  readonly turns: readonly (Turn | Aside)[]
  /** What a colleague is told when it goes to them, of the thread that was taken. Without notes it is never handed over. */
  readonly notes?: readonly string[]
  /** Default `resolved`, with thanks and a farewell. */
  readonly close?: ChosenCloseReason
}

export const topics = [
  'delivery',
  'damage',
  'refund',
  'invoice',
  'brewing',
  'wholesale',
  'coupon',
  'address',
  'advice',
  'stock',
  'payment',
  'storage',
  'complaint',
  'teaware',
  'wrong-item',
  'membership',
  'praise',
  'spam',
] as const
export type Topic = (typeof topics)[number]

export const visitor = (...says: readonly string[]): Turn => ({ who: 'visitor', says })
export const agent = (...says: readonly string[]): Turn => ({ who: 'agent', says })
export const aside = (...turns: readonly Turn[]): Aside => ({ aside: turns })
