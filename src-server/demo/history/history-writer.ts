// The way into the past: commands at a time of one's own choosing, decided by the same core and written by the same code
// as a running server's, so that projections, seqs and receipts are what real use would have made.
import type { EpochMs, FileRef, VisitorId, VisitorPage, VisitorProfile } from '../../protocol/index.ts'
import { judge, type Verdict } from '../../core/conversation/judge.ts'
import type { DecisionContext } from '../../core/conversation/decision-context.ts'
import type { Command } from '../../ports/command.ts'

/** What a store lends for the time of the seeding: all of it inside one transaction. */
export type HistoryTarget = {
  readonly context: DecisionContext
  write(verdict: Verdict): void
  createVisitor(profile: Omit<VisitorProfile, 'id'>): VisitorId
  moveVisitor(visitor: VisitorId, page: VisitorPage, at: EpochMs): void
  /** What the visitor uploaded, not yet in any message. */
  addFile(file: FileRef, visitor: VisitorId, at: EpochMs): void
}

export type HistoryWriter = Pick<HistoryTarget, 'createVisitor' | 'moveVisitor' | 'addFile'> & {
  /** Times must not fall. Throws when the core refuses: a history that could not have happened is a bug of the story. */
  act(command: Command, at: EpochMs): Verdict
}

export const createHistoryWriter = ({ context, write, ...records }: HistoryTarget): HistoryWriter => ({
  ...records,
  act(command, at) {
    const judged = judge(context, command, at)
    if (!judged.ok) throw new Error(`a story that cannot be: ${command.type} is refused with ${judged.code}`)
    write(judged.value)
    return judged.value
  },
})
