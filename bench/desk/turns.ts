// Which messages are an agent's, which are announced by a typing sign, which are answered by a receipt: scattered over the numbers.
// A member's conversations lie in even steps, so that every tenth by counting would be all of a few agents' and none of the others'.
import type { Side } from './dialect.ts'

/** Every tenth message is an agent's, so that no agent writes faster than a human could. */
const AGENT_EVERY = 10
const TYPING_EVERY = 5
const RECEIPT_EVERY = 5
/** 2^32 by the golden ratio: its multiples lie evenly. */
const SCATTER = 2_654_435_761

const scattered = (number: number): number => Math.imul(number + 1, SCATTER) >>> 8

export const sideOf = (number: number): Side => (scattered(number) % AGENT_EVERY === 0 ? 'agent' : 'visitor')

export const isTyped = (number: number): boolean => Math.floor(scattered(number) / AGENT_EVERY) % TYPING_EVERY === 0

export const isRead = (number: number): boolean =>
  Math.floor(scattered(number) / (AGENT_EVERY * TYPING_EVERY)) % RECEIPT_EVERY === 0
