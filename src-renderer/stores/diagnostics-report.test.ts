import { expect, it } from 'vitest'
import type { ClientEnvironment, SocketEvents } from '#client/environment.ts'
import { encodeClientFrame, encodePacked, encodeServerFrame, type Cid, type ConversationId } from '#protocol'
import { createFrameRecord } from '../platform/frame-record.ts'
import { diagnosticsReport, type DiagnosticsFacts } from './diagnostics-report.ts'

const secrets = ['v1.4711.mac-of-a-visitor', 'my card is 4111 1111', 'open-sesame', 'mei:secret']
const [token = '', text = '', query = '', login = ''] = secrets

const facts: DiagnosticsFacts = {
  at: 0,
  program: '0.1.0',
  client: 'Frontdesk on Linux',
  server: '0.1.0',
  deskUrl: `https://${login}@desk.example:8000/path?token=${query}#${token}`,
  hosting: 'running',
  link: { kind: 'live', since: 60_000 as never },
  counts: { connections: 2, framesReceived: 7, gaps: 1 } as DiagnosticsFacts['counts'],
  conversations: 3,
  unsent: 1,
  frames: [],
  log: ['host: server exited (1), restart 1 in 250 ms'],
}

it('[D9] a report tells kinds and sizes of frames, and nothing that they say', () => {
  const record = createFrameRecord()
  let events: SocketEvents | undefined
  const sent: Uint8Array[] = []
  const environment = record.listen({
    now: () => 1_000,
    openSocket: (_url: string, _protocol: string, heard: SocketEvents) => {
      events = heard
      return { send: (bytes: Uint8Array) => sent.push(bytes), close: () => undefined }
    },
  } as unknown as ClientEnvironment)
  const received: Uint8Array[] = []
  const socket = environment.openSocket(`wss://desk/?${query}`, 'x', {
    received: (bytes: Uint8Array) => received.push(bytes),
  } as unknown as SocketEvents)
  const send = encodeClientFrame({
    type: 'send',
    cid: token as Cid,
    conversation: 7 as ConversationId,
    text,
    files: [],
  })
  socket.send(send)
  events?.received(encodeServerFrame({ type: 'reject', cid: token as Cid, code: 'flood' }))
  events?.received(encodePacked(new TextEncoder().encode(text)))
  events?.received(new TextEncoder().encode(text))
  expect([sent, received.length]).toEqual([[send], 3])
  const report = diagnosticsReport({ ...facts, frames: record.frames() })
  expect(record.frames().map(({ way, kind }) => `${way} ${kind}`)).toEqual([
    'out send',
    'in reject',
    'in packed',
    'in unknown',
  ])
  expect(report).toContain(`1970-01-01T00:00:01.000Z out send ${send.length}`)
  expect(report).toContain('desk: https://desk.example:8000\n')
  expect(report).toContain('link: live since 1970-01-01T00:01:00.000Z')
  for (const secret of secrets) expect(report, secret).not.toContain(secret)
})

it('[D9] the record of frames is bounded, and keeps the newest', () => {
  const record = createFrameRecord()
  let at = 0
  const { openSocket } = record.listen({
    now: () => (at += 1),
    openSocket: () => ({ send: () => undefined, close: () => undefined }),
  } as unknown as ClientEnvironment)
  const socket = openSocket('', '', {} as SocketEvents)
  for (let count = 0; count < 1_000; count += 1) socket.send(Uint8Array.of(0x91, 13))
  expect([record.frames().length, record.frames().at(-1)]).toEqual([
    60,
    { at: 1_000, way: 'out', kind: 'beat', bytes: 2 },
  ])
})
