// Socket.IO's crowd: Engine.IO 4 packets as text, JSON with UUIDs, as its own client would send them.
import { collectNumbers, digitsOf, heard, templateOf, type Dialect } from '../dialect.ts'
import { agentOf } from '../office.ts'
import { clientFrame, opcodes } from '../raw-socket.ts'

/** The first eight digits of a message's UUID are its number, behind this. */
const ID_MARK = Buffer.from('"id":"')
const REST_OF_UUID = '-7c1e-4f0a-9b3d-5a2e8c7d1f60'
const uuid = (kind: string, index: number): string => `${digitsOf(index)}-${kind}-4f0a-9b3d-5a2e8c7d1f60`

const byte = (text: string): number => text.charCodeAt(0)
const packet = { open: byte('0'), ping: byte('2'), message: byte('4') } as const
const inMessage = { connected: byte('0'), event: byte('2'), ack: byte('3') } as const

const text = (content: string): Buffer => clientFrame(Buffer.from(content), opcodes.text)
const pong = text('3')
/** An acknowledgement of this number says that the rooms are joined. */
const JOINED = 7
/** The client counts its acknowledgements; one number does for all, as nothing looks at it. */
const ACK = 1

export const createSocketIoDialect = (size: { readonly visitors: number; readonly agents: number }): Dialect => {
  const conversationsOf = (member: number): readonly string[] => {
    if (member < size.visitors) return [uuid('c0de', member)]
    const theirs: string[] = []
    for (let index = 0; index < size.visitors; index += 1)
      if (agentOf(index, size.agents) === member - size.visitors) theirs.push(uuid('c0de', index))
    return theirs
  }
  const event = (name: string, body: object, ack = ''): Buffer => text(`42${ack}${JSON.stringify([name, body])}`)
  const authorOf = (conversation: number, side: string): string =>
    side === 'visitor' ? uuid('b0b0', conversation) : uuid('a6e7', agentOf(conversation, size.agents))
  return {
    path: '/socket.io/?EIO=4&transport=websocket',
    subprotocol: undefined,
    greet: () => [text('40')],
    message({ conversation, side }, words) {
      const digits = digitsOf(12_345_678)
      const body = {
        id: `${digits}${REST_OF_UUID}`,
        conversation: uuid('c0de', conversation),
        author: authorOf(conversation, side),
        text: words,
      }
      return templateOf(event('message', body, String(ACK)), digits)
    },
    typing: ({ conversation, side }) =>
      event('typing', { conversation: uuid('c0de', conversation), author: authorOf(conversation, side) }),
    receipt: ({ conversation, side }) =>
      event('read', { conversation: uuid('c0de', conversation), author: authorOf(conversation, side) }),
    history: () => undefined,
    hear(bytes, start, end, into) {
      if (bytes[start] !== packet.message) return heard.nothing
      const kind = bytes[start + 1]
      if (kind === inMessage.ack) {
        if (bytes[start + 2] === byte(String(JOINED))) return heard.live
        collectNumbers(bytes, start, end, ID_MARK, into.numbers)
        return heard.ack
      }
      if (kind !== inMessage.event || bytes.indexOf('"message"', start) !== start + 3) return heard.nothing
      collectNumbers(bytes, start, end, ID_MARK, into.numbers)
      return heard.message
    },
    answer(bytes, start, member) {
      if (bytes[start] === packet.ping) return pong
      const isConnected = bytes[start] === packet.message && bytes[start + 1] === inMessage.connected
      return isConnected ? event('join', conversationsOf(member), String(JOINED)) : undefined
    },
  }
}
