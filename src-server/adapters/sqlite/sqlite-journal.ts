import { fail, type Result } from '../../protocol/index.ts'
import type { Command, Outcome } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import type { GroupCommitter } from './group-committer.ts'
import type { Asked } from './read-queries.ts'
import type { StorageReady } from './storage-engine.ts'

/** Setting values travel between threads: what JSON cannot say must not take a whole group down on its way. */
const sendable = (command: Command): Command | undefined => {
  if (command.type !== 'setting') return command
  try {
    const json: unknown = JSON.stringify(command.value)
    return typeof json === 'string' ? { ...command, value: JSON.parse(json) as unknown } : undefined
  } catch {
    // Cyclic or a bigint: refused as the core would refuse it.
    return undefined
  }
}

export const createSqliteJournal = (
  ready: StorageReady,
  committer: GroupCommitter,
  ask: Asked,
  close: () => Promise<void>,
): Journal => ({
  epoch: ready.epoch,
  head: () => committer.head(),
  async commit(command) {
    const sent = sendable(command)
    if (!sent) return fail('bad_request')
    return (await committer.write(sent)) as Result<Outcome> // commands are answered with outcomes
  },
  onCommitted: (listener) => committer.onCommitted(listener),
  readAfter: (reader, after, limit) => ask('readAfter', reader, after, limit),
  countAfter: (reader, after, limit) => ask('countAfter', reader, after, limit),
  receiptsSince: (reader, since) => ask('receiptsSince', reader, since),
  visitorSnapshot: (visitor) => ask('visitorSnapshot', visitor),
  agentSnapshot: (agent) => ask('agentSnapshot', agent),
  history: (reader, query) => ask('history', reader, query),
  decisions: (conversation) => ask('decisions', conversation),
  mentions: (agent) => ask('mentions', agent),
  tracesAfter: (after, limit) => ask('tracesAfter', after, limit),
  list: (reader, query) => ask('list', reader, query),
  openConversations: () => ask('openConversations'),
  agents: () => ask('agents'),
  settings: (prefix) => ask('settings', prefix),
  close,
})
