// The bare relay's crowd: Frontdesk's own frames behind the relay's header, so that both carry the same.
import { DIGITS, digitsOf, heard, readDigits, type Dialect, type Place } from '../dialect.ts'
import { agentOf } from '../office.ts'
import { clientFrame, opcodes } from '../raw-socket.ts'
import { RELAY_HEADER_BYTES, RELAY_SELF, relayKinds } from './ws-relay-frames.mjs'

const KIND_AT = 4
const DIGITS_AT = 5
/** What Frontdesk's frames of these kinds weigh beside their text. */
const MESSAGE_BYTES = 24
const SIGN_BYTES = 8

export const createWsDialect = (size: { readonly visitors: number; readonly agents: number }): Dialect => {
  const header = (to: number, kind: number, rest: Uint8Array): Buffer => {
    const bytes = Buffer.alloc(RELAY_HEADER_BYTES + rest.length)
    bytes.writeUInt32BE(to, 0)
    bytes[KIND_AT] = kind
    bytes.write(digitsOf(0), DIGITS_AT, 'latin1')
    bytes.set(rest, RELAY_HEADER_BYTES)
    return bytes
  }
  const partnerOf = ({ conversation, side }: Place): number =>
    side === 'agent' ? conversation : size.visitors + agentOf(conversation, size.agents)
  const sign = (place: Place): Buffer =>
    clientFrame(header(partnerOf(place), relayKinds.sign, Buffer.alloc(SIGN_BYTES)), opcodes.binary)
  return {
    path: '/',
    subprotocol: undefined,
    greet(member) {
      const name = Buffer.alloc(4)
      name.writeUInt32BE(member)
      return [clientFrame(header(RELAY_SELF, relayKinds.sign, name), opcodes.binary)]
    },
    message(place, text) {
      const payload = Buffer.concat([Buffer.alloc(MESSAGE_BYTES), Buffer.from(text)])
      const frame = clientFrame(header(partnerOf(place), relayKinds.message, payload), opcodes.binary)
      return { frame, digitsAt: frame.length - payload.length - DIGITS }
    },
    typing: sign,
    receipt: sign,
    history: () => undefined,
    hear(bytes, start, _, into) {
      const kind = bytes[start + KIND_AT]
      if (kind === relayKinds.live) return heard.live
      if (kind !== relayKinds.ack && kind !== relayKinds.message) return heard.nothing
      into.numbers.push(readDigits(bytes, start + DIGITS_AT))
      return kind === relayKinds.ack ? heard.ack : heard.message
    },
    answer: () => undefined,
  }
}
