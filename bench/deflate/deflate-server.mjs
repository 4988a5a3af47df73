// A server that says to everybody what its parent tells it to say, and nothing else. A process of its own, and plain JavaScript, so
// that it carries no compiler with it.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { settings } from './settings.mjs'

const setting = settings[Number(process.argv[2])]
if (!setting) throw new Error('which setting?')
const isText = setting.frames === 'text'
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: setting.deflate })

/**
 * One connection after another, so that the compressors' queue does not hold everybody's frames at once.
 * @param {readonly string[]} frames
 */
const sayToAll = async (frames) => {
  for (const socket of sockets.clients)
    await Promise.all(
      frames.map(
        (frame) =>
          new Promise((resolve) => {
            const bytes = Buffer.from(frame, 'base64')
            socket.send(isText ? bytes.toString() : bytes, { binary: !isText }, resolve)
          }),
      ),
    )
  process.send?.({ type: 'said' })
}
process.on('message', (/** @type {readonly string[]} */ frames) => void sayToAll(frames))
process.on('disconnect', () => process.exit(0))
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ type: 'ready', port: typeof address === 'object' ? address?.port : 0 })
})
