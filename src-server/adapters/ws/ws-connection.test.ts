// On a wire of our own: what waits behind a frame that is being packed.
import { expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { WsConnection } from './ws-connection.ts'

const LARGE = 100
const SMALL = 1

/** Everything written, once the large frame is packed. */
const writtenBehind = async (small: number): Promise<{ readonly written: Buffer; readonly buffered: number }> => {
  const written: Uint8Array[] = []
  let packed: () => void = () => undefined
  const isPacked = new Promise<void>((resolve) => {
    packed = resolve
  })
  const connection = new WsConnection({
    socket: { readyState: WebSocket.OPEN } as never,
    wire: { writableLength: 0, write: (bytes: Uint8Array) => void written.push(bytes) } as never,
    packer: {
      isLarge: (bytes) => bytes.length >= LARGE,
      pack: async (bytes) => {
        await isPacked
        return bytes
      },
    },
    turn: () => undefined,
    id: 1,
    address: '127.0.0.1',
  })
  connection.send(new Uint8Array(LARGE).fill(7))
  for (let count = 0; count < small; count += 1) connection.send(new Uint8Array(SMALL).fill(count % 5))
  packed()
  await new Promise((resolve) => void setImmediate(resolve))
  connection.sayAll()
  return { written: Buffer.concat(written), buffered: connection.bufferedBytes }
}

it('[D9.11] frames behind one that is being packed come after it, in order', async () => {
  const { written, buffered } = await writtenBehind(10)
  const header = 2
  expect([...written.subarray(header, header + LARGE)]).toEqual(Array.from({ length: LARGE }, () => 7))
  const rest = [...written.subarray(header + LARGE)].filter((_, index) => index % (header + SMALL) === header)
  expect(rest).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
  expect(buffered).toBe(0)
})

it('[D9.11] two hundred thousand of them cost no more each than ten: nobody waits while they are moved', async () => {
  const { written } = await writtenBehind(200_000)
  expect(written.length).toBe(2 + LARGE + 200_000 * (2 + SMALL))
})
