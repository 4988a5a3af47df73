// Answers of mine that a colleague was faster with: kept in the outbox, waiting for a decision. Pure.
import type { OutboxMessage } from '#client/client-state.ts'

/** Refused because somebody else answered meanwhile, or has the conversation by now. */
const isHeld = ({ state, code }: OutboxMessage): boolean =>
  state === 'failed' && (code === 'answered_meanwhile' || code === 'not_owner')

const none: readonly OutboxMessage[] = []

/** In the order in which they were written; always the same list for nothing. */
export function heldAnswers(outbox: readonly OutboxMessage[]): readonly OutboxMessage[] {
  return outbox.some(isHeld) ? outbox.filter(isHeld) : none
}
