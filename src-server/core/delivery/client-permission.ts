// Which frames a viewer may send at all (D10). What they may do to a given conversation is decided with the command.
import type { ClientFrameType } from '../../protocol/index.ts'
import type { Reader } from '../../ports/journal.ts'

const ofVisitors: ReadonlySet<ClientFrameType> = new Set([
  'resume',
  'send',
  'receipt',
  'typing',
  'history',
  'page',
  'beat',
])
const notOfAgents: ReadonlySet<ClientFrameType> = new Set(['page'])

/** SPEC D10.4. */
export const maySend = (reader: Pick<Reader, 'kind'>, frame: ClientFrameType): boolean =>
  reader.kind === 'visitor' ? ofVisitors.has(frame) : !notOfAgents.has(frame)
