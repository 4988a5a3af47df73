import { expect, it } from 'vitest'
import { encode } from '@msgpack/msgpack'
import { encodePacked, encodeServerFrame, type AgentId, type ServerFrame } from '#protocol'
import { createFrameReader } from './frame-reader.ts'

const presence: ServerFrame = { type: 'presence', agent: 3 as AgentId, connected: true }
const fromTheFuture = encode([200, 'a word of a newer server'])

const readAll = async (...frames: readonly Uint8Array[]): Promise<readonly (ServerFrame | 'broken')[]> => {
  const heard: (ServerFrame | 'broken')[] = []
  // "Deflated" bytes are the frame itself here.
  const reader = createFrameReader((bytes) => Promise.resolve(bytes), {
    frame: (frame) => heard.push(frame),
    broken: () => heard.push('broken'),
  })
  for (const bytes of frames) reader.read(bytes)
  await Promise.resolve()
  return heard
}

it('[D10.10] a frame that a newer server added is passed over, packed or not, and the connection goes on', async () => {
  const known = encodeServerFrame(presence)
  expect(await readAll(fromTheFuture, known)).toEqual([presence])
  expect(await readAll(encodePacked(fromTheFuture), known)).toEqual([presence])
})

it('[D10.1] what is no frame at all ends the connection', async () => {
  expect(await readAll(encode(['presence']), encodeServerFrame(presence))).toEqual(['broken'])
  expect(await readAll(encodePacked(encodePacked(fromTheFuture)))).toEqual(['broken'])
})
