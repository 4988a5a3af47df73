// What a team would write in an afternoon: Socket.IO, a room a conversation, an acknowledgement callback. Nothing is kept, nobody
// is asked who they are. Run as a process of its own.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

type Message = { readonly id: string; readonly conversation: string; readonly author: string; readonly text: string }
type Sign = { readonly conversation: string; readonly author: string }

const server = createServer()
const io = new Server(server, { transports: ['websocket'], perMessageDeflate: false, httpCompression: false })
let lastNumber = 0

io.on('connection', (socket) => {
  socket.on('join', async (conversations: readonly string[], done: () => void) => {
    await socket.join([...conversations])
    done()
  })
  socket.on('message', (message: Message, done: (stored: object) => void) => {
    lastNumber += 1
    const at = new Date().toISOString()
    socket.to(message.conversation).emit('message', { ...message, number: lastNumber, at })
    done({ id: message.id, number: lastNumber, at })
  })
  socket.on('typing', (sign: Sign) => socket.to(sign.conversation).emit('typing', sign))
  socket.on('read', (sign: Sign) => socket.to(sign.conversation).emit('read', sign))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ type: 'ready', port: typeof address === 'object' ? address?.port : 0 })
})
process.on('disconnect', () => process.exit(0))
