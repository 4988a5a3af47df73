// GET /now: for those who lead and nobody else.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AgentId, EpochMs, GroupId } from '../../protocol/index.ts'
import type { NowAnswer } from '../../protocol/now-schemas.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

const name = '林'.repeat(500)
const answer: NowAnswer = {
  at: 5 as EpochMs,
  since: 1 as EpochMs,
  visitors: 7,
  connections: 9,
  conversations: { left: 1, waiting: 2, unanswered: 3, answered: 4 },
  queues: [{ group: 0 as GroupId, name: '', waiting: 2, left: 1, oldestWaitMs: 4_000 }],
  agents: [{ id: 2 as AgentId, name, status: 'online', connected: true, load: 7, capacity: 8 }],
  messages: { visitors: 5, desk: 6 },
  firstResponse: { medianMs: null, count: 0, windowMs: 3_600_000 },
  acknowledged: { p99Ms: 3, count: 11, windowMs: 300_000 },
  storage: { failing: false, databaseBytes: 4_096, freeBytes: null, lastCommitMs: 1.2 },
  history: {
    everyMs: 60_000,
    samples: [
      {
        at: 3 as EpochMs,
        visitors: 1,
        waiting: 0,
        messages: 2,
        connections: 3,
        firstResponseMs: null,
        acknowledgedMs: 1,
      },
    ],
  },
}

let desk: HttpDesk
beforeAll(async () => {
  desk = await createHttpDesk({ now: async () => answer })
})
afterAll(async () => desk.close())

const ask = async (token?: string) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const reply = await desk.app.inject({ method: 'GET', url: '/api/v1/now', headers })
  return { status: reply.statusCode, body: reply.json<NowAnswer & { readonly code?: string }>() }
}

it('[D8.12] owners and admins are answered; agents, visitors, strangers and nobody are not', async () => {
  expect((await ask(await desk.signIn('owner'))).status).toBe(200)
  expect((await ask(await desk.signIn('admin'))).body).toEqual(answer)
  expect(await ask(await desk.signIn('agent'))).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await ask(await desk.newVisitor())).toMatchObject({ status: 403 })
  expect(await ask('A'.repeat(43))).toMatchObject({ status: 401, body: { code: 'unauthorized' } })
  expect(await ask()).toMatchObject({ status: 401 })
})
