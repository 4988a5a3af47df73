// The floor: bare `ws` that passes frames on and keeps nothing. No accounts, no storage, no checks. A process of its own, and plain
// JavaScript, so that it carries no compiler with it. A frame: who it goes to (4 bytes), what it is (1 byte), its number (8 digits),
// then the bytes that Frontdesk would carry. `ws-dialect.ts` is its crowd.
import { createServer } from 'node:http'
import { WebSocket, WebSocketServer } from 'ws'
import { relayKinds, RELAY_HEADER_BYTES, RELAY_SELF } from './ws-relay-frames.mjs'

/** @type {Map<number, WebSocket>} */
const members = new Map()
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false, clientTracking: false })

/** As long as an acknowledgement of Frontdesk. */
const ACK_BYTES = 40

sockets.on('connection', (socket) => {
  socket.on('message', (data) => {
    const bytes = /** @type {Buffer} the default binaryType */ (data)
    const to = bytes.readUInt32BE(0)
    if (to === RELAY_SELF) {
      members.set(bytes.readUInt32BE(RELAY_HEADER_BYTES), socket)
      const live = Buffer.alloc(RELAY_HEADER_BYTES)
      live[4] = relayKinds.live
      socket.send(live)
      return
    }
    const partner = members.get(to)
    if (partner?.readyState === WebSocket.OPEN) partner.send(bytes)
    if (bytes[4] !== relayKinds.message) return
    const ack = Buffer.alloc(ACK_BYTES)
    bytes.copy(ack, 0, 0, RELAY_HEADER_BYTES)
    ack[4] = relayKinds.ack
    socket.send(ack)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ type: 'ready', port: typeof address === 'object' ? address?.port : 0 })
})
process.on('disconnect', () => process.exit(0))
