import { NO_SEQ, type ConversationId, type Offset, type Seq } from '../../protocol/index.ts'
import type { ContextStatements } from './context-statements.ts'

/**
 * The last seq of a conversation whose entry lies at or before `offset`; 0 when none does. Both rise together, so halving
 * finds it in a few index lookups even in a conversation of 100,000 entries.
 */
export const seqAtOffset = (
  statements: Pick<ContextStatements, 'offsetOfSeq'>,
  conversation: ConversationId,
  lastSeq: Seq,
  offset: Offset,
): Seq => {
  let below: number = NO_SEQ
  let above = lastSeq + 1
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    const found = statements.offsetOfSeq.get(conversation, middle as Seq)
    if (found && found.offset <= offset) below = middle
    else above = middle
  }
  return below as Seq
}
