// What a team would write in an afternoon: Socket.IO, a room a conversation, an acknowledgement callback. Nothing is kept, nobody
// is asked who they are. A process of its own, and plain JavaScript, so that it carries no compiler with it.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

/**
 * @typedef {{ id: string, conversation: string, author: string, text: string }} Message
 * @typedef {{ conversation: string, author: string }} Sign
 */

const server = createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, httpCompression: false })
let lastNumber = 0

io.on('connection', (socket) => {
  socket.on('join', async (/** @type {string[]} */ conversations, /** @type {() => void} */ done) => {
    await socket.join(conversations)
    done()
  })
  socket.on('message', (/** @type {Message} */ message, /** @type {(stored: object) => void} */ done) => {
    lastNumber += 1
    const at = new Date().toISOString()
    socket.to(message.conversation).emit('message', { ...message, number: lastNumber, at })
    done({ id: message.id, number: lastNumber, at })
  })
  socket.on('typing', (/** @type {Sign} */ sign) => socket.to(sign.conversation).emit('typing', sign))
  socket.on('read', (/** @type {Sign} */ sign) => socket.to(sign.conversation).emit('read', sign))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ type: 'ready', port: typeof address === 'object' ? address?.port : 0 })
})
process.on('disconnect', () => process.exit(0))
