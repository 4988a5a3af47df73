// One setting: bytes that reach the clients, and what the server's process grew by and worked for it.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { processorMs, residentMb } from '../load/process-usage.ts'
import type { FrameSamples } from './frame-samples.ts'
import { settings, type DeflateSetting } from './settings.mjs'

export type SettingRow = {
  readonly frames: string
  readonly compression: string
  readonly messageBytes: number
  readonly pageBytes: number
  /** After everybody got everything once: what a server holds for a connection that is used. */
  readonly kbPerConnection: number
  readonly messageUs: number
  readonly pageUs: number
}

const KB_PER_MB = 1024
const US_PER_MS = 1000
/** Frees what only the sending needed. */
const SETTLE_MS = 1500

const open = async (port: number): Promise<{ readonly socket: WebSocket; readonly wire: () => number }> => {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/`)
  let raw: Socket | undefined
  socket.once('upgrade', (reply) => {
    raw = reply.socket
  })
  await once(socket, 'open')
  return { socket, wire: () => raw?.bytesRead ?? 0 }
}

export const measureSetting = async (
  file: string,
  setting: DeflateSetting,
  samples: FrameSamples,
  connections: number,
): Promise<SettingRow> => {
  const server = fork(file, [String(settings.indexOf(setting))], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const pid = server.pid ?? 0
  const [{ port }] = (await once(server, 'message')) as [{ port: number }]
  const emptyMb = residentMb(pid)
  const clients: Awaited<ReturnType<typeof open>>[] = []
  for (let index = 0; index < connections; index += 1) clients.push(await open(port))
  let heard = 0
  for (const { socket } of clients) socket.on('message', () => (heard += 1))
  const wire = (): number => clients.reduce((sum, one) => sum + one.wire(), 0)

  const say = async (frames: readonly Uint8Array[]): Promise<{ readonly bytes: number; readonly us: number }> => {
    const [bytesBefore, cpuBefore, wanted] = [wire(), processorMs(pid), heard + connections * frames.length]
    const said = once(server, 'message')
    server.send(frames.map((frame) => Buffer.from(frame).toString('base64')))
    await said
    while (heard < wanted) await pause(10)
    const all = connections * frames.length
    return { bytes: (wire() - bytesBefore) / all, us: ((processorMs(pid) - cpuBefore) * US_PER_MS) / all }
  }

  try {
    const messages = await say(samples.messages)
    const pages = await say(samples.pages)
    await pause(SETTLE_MS)
    return {
      frames: setting.frames,
      compression: setting.compression,
      messageBytes: messages.bytes,
      pageBytes: pages.bytes,
      kbPerConnection: ((residentMb(pid) - emptyMb) * KB_PER_MB) / connections,
      messageUs: messages.us,
      pageUs: pages.us,
    }
  } finally {
    for (const { socket } of clients) socket.terminate()
    const exited = once(server, 'exit')
    server.kill('SIGKILL')
    await exited
  }
}
