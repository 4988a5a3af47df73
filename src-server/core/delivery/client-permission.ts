// Which frames a viewer may send at all (D10). What they may do to a given conversation is decided with the command.
import type { ClientFrameType } from '../../protocol/index.ts'
import type { Reader } from '../../ports/journal.ts'

/** Every frame has a row: a new one does not compile until somebody has said whose it is. */
const senders: Readonly<Record<ClientFrameType, 'everyone' | 'visitors' | 'agents'>> = {
  // A second one is refused before anybody asks here.
  hello: 'everyone',
  resume: 'everyone',
  send: 'everyone',
  receipt: 'everyone',
  typing: 'everyone',
  history: 'everyone',
  list: 'agents',
  assign: 'agents',
  transfer: 'agents',
  close: 'agents',
  status: 'agents',
  page: 'visitors',
  beat: 'everyone',
  queue: 'agents',
  note: 'agents',
  answer: 'agents',
  ask: 'agents',
  watch: 'agents',
  revise: 'everyone',
}

/** SPEC D10.4. */
export const maySend = (reader: Pick<Reader, 'kind'>, frame: ClientFrameType): boolean =>
  senders[frame] === 'everyone' || senders[frame] === `${reader.kind}s`
