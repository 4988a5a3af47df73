// An agent's window that asks one thing after another and tells how long each answer took: from the question leaving to the answer's
// bytes being here, before they are unpacked.
import { once } from 'node:events'
import { inflateRawSync } from 'node:zlib'
import { WebSocket } from 'ws'
import {
  decodeServerFrame,
  encodeClientFrame,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type ClientFrame,
  type DecodedServerFrame,
  type Epoch,
  type Offset,
} from '#protocol'

export type AskingAgent = {
  /** @returns milliseconds. */
  ask(frame: ClientFrame): Promise<number>
  close(): void
}

const ANSWERS: readonly DecodedServerFrame['type'][] = ['history', 'list', 'fail', 'bye']

const decode = (bytes: Uint8Array): DecodedServerFrame => {
  const frame = decodeServerFrame(bytes)
  if (!frame.ok) throw new Error('the server sent what is no frame')
  return frame.value.type === 'packed' ? decode(inflateRawSync(frame.value.deflated)) : frame.value
}

/** @returns the agent, and how long it took from saying hello to having the whole inbox and being live. */
export const openAskingAgent = async (
  port: number,
  token: string,
): Promise<{ readonly agent: AskingAgent; readonly openMs: number }> => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, SUBPROTOCOL, { perMessageDeflate: false })
  socket.binaryType = 'nodebuffer'
  let hear: (frame: DecodedServerFrame, atMs: number) => void = () => undefined
  socket.on('message', (data: Buffer) => {
    const atMs = performance.now()
    const frame = decode(data)
    if (frame.type === 'beat') socket.send(encodeClientFrame({ type: 'beat' }))
    hear(frame, atMs)
  })
  const until = (is: (frame: DecodedServerFrame) => boolean): Promise<{ frame: DecodedServerFrame; atMs: number }> =>
    new Promise((resolve) => {
      hear = (frame, atMs) => {
        if (is(frame)) resolve({ frame, atMs })
      }
    })
  await once(socket, 'open')
  const askedMs = performance.now()
  socket.send(
    encodeClientFrame({
      type: 'hello',
      version: PROTOCOL_VERSION,
      token,
      epoch: '' as Epoch,
      cursor: 0 as Offset,
      scope: 'all',
      locale: 'en',
      app: 'bench',
    }),
  )
  const live = await until(({ type }) => type === 'live' || type === 'bye')
  if (live.frame.type !== 'live') throw new Error('an agent was not let in')
  return {
    openMs: live.atMs - askedMs,
    agent: {
      async ask(frame) {
        const sentMs = performance.now()
        socket.send(encodeClientFrame(frame))
        const answer = await until(({ type }) => ANSWERS.includes(type))
        if (answer.frame.type !== frame.type) throw new Error(`${frame.type} was answered by ${answer.frame.type}`)
        return answer.atMs - sentMs
      },
      close: () => socket.terminate(),
    },
  }
}
