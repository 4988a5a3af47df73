// The questions a session asks, answered: whose token, what was missed, what is there. Each answer is the next input.
import { fail, limits, type Result } from '../../protocol/index.ts'
import type { LookupEffect, SessionInput } from '../../core/delivery/session-state.ts'
import { agentSnapshotFrom, visitorSnapshotFrom, type PresenceNow } from '../../core/delivery/visible-snapshot.ts'
import type { Authenticator, Identity } from '../../ports/authenticator.ts'
import type { Journal, Reader } from '../../ports/journal.ts'
import type { TaskGate } from '../../core/queue/task-gate.ts'
import type { BlockList } from './block-list.ts'

/** Rejects when the store does. */
export type Lookup = (effect: LookupEffect, address: string) => Promise<SessionInput>

export const createLookup = (parts: {
  readonly journal: Journal
  readonly authenticator: Authenticator
  readonly presence: PresenceNow
  /** Bounds the reads of all replays together: after a restart thousands ask at once. */
  readonly replayReads: TaskGate
  /** Grows whenever sessions end: an identity looked up meanwhile is looked up again. */
  readonly revocations: () => number
  readonly connectionsOf: (identity: Identity) => number
  readonly blocks: Pick<BlockList, 'refuses'>
}): Lookup => {
  const { journal, authenticator, presence, replayReads, revocations, connectionsOf, blocks } = parts

  const identify = async (token: string, address: string): Promise<Result<Identity>> => {
    const before = revocations()
    const result = await authenticator.identify(token)
    if (before !== revocations()) return identify(token, address)
    if (result.ok && result.value.kind === 'visitor' && blocks.refuses(result.value.id, address)) return fail('blocked')
    // Each message of theirs goes to every connection of theirs: SPEC D9.10.
    const isCrowded = result.ok && connectionsOf(result.value) >= limits.maxConnectionsPerIdentity
    return isCrowded ? fail('too_many_requests') : result
  }

  const snapshot = async (reader: Reader): Promise<SessionInput> => ({
    type: 'snapshot',
    snapshot:
      reader.kind === 'visitor'
        ? visitorSnapshotFrom(await journal.visitorSnapshot(reader.id))
        : agentSnapshotFrom(await journal.agentSnapshot(reader.id), reader.id, presence),
  })

  return async (effect, address) => {
    switch (effect.type) {
      case 'identify':
        return { type: 'identified', result: await identify(effect.token, address) }
      case 'count': {
        const { reader, after } = effect
        const count = await replayReads(() => journal.countAfter(reader, after, limits.maxReplayEntries + 1))
        return { type: 'counted', count }
      }
      case 'read': {
        const { reader, after } = effect
        return { type: 'chunk', chunk: await replayReads(() => journal.readAfter(reader, after, limits.replayChunk)) }
      }
      case 'snapshot':
        return replayReads(() => snapshot(effect.reader))
      case 'marks':
        return { type: 'marks', marks: await replayReads(() => journal.receiptsSince(effect.reader, effect.since)) }
      default:
        return effect satisfies never
    }
  }
}
