// The what-if over HTTP, with a runner that answers when the test says so: who may ask, what is checked, and how it ends.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { everyone, fail, ok, type Result } from '../../protocol/index.ts'
import type { WhatIfReport } from '../../protocol/what-if-schemas.ts'
import type { DayQuestion } from '../../ports/what-if.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { settle } from '../../testing/settle.ts'

type Body = { readonly code?: string; readonly faults?: readonly { readonly field: string; readonly code: string }[] }

const nobody = { arrivals: 0, answered: 0, medianMs: null, p90Ms: null, longestMs: null, withinMinute: 0 }
const figures = { whole: nobody, messages: 0, fairness: 1 }
const report: WhatIfReport = {
  arrivals: 0,
  before: figures,
  after: figures,
  really: nobody,
  groups: [],
  agents: [],
  tookMs: 3,
}

let desk: HttpDesk
let token = ''
let asked: DayQuestion[] = []
let answer: (result: Result<WhatIfReport>) => void = () => undefined
beforeEach(async () => {
  asked = []
  desk = await createHttpDesk({
    whatIf: {
      start(question) {
        asked.push(question)
        const { promise, resolve } = Promise.withResolvers<Result<WhatIfReport>>()
        answer = resolve
        return { result: promise, cancel: () => resolve(fail('what_if_cancelled')) }
      },
    },
  })
  token = await desk.signIn('owner')
})
afterEach(async () => desk.close())

const ask = async (payload: object, by = token, method: 'POST' | 'DELETE' = 'POST') => {
  const headers = { authorization: `Bearer ${by}` }
  const body =
    method === 'POST' ? { payload: { day: '2026-06-08', timeZone: 'Asia/Shanghai', drafts: [], ...payload } } : {}
  const reply = await desk.app.inject({ method, url: '/api/v1/what-if', headers, ...body })
  return { status: reply.statusCode, body: reply.statusCode === 204 ? {} : reply.json<Body>() }
}
const started = async (count = 1): Promise<void> => {
  while (asked.length < count) await settle()
}
const { id: _id, ...group } = everyone
const draft = (kind: string, value: object | null, id: number | null = null) => ({ kind, id, value })

it('[D8.7] the day is asked for with the settings as they are and as they would be; nothing is stored', async () => {
  const drafts = [
    draft('group', { ...group, name: ' Returns ', members: [1] }),
    draft('skills', { languages: ['zh'], weight: 2 }, 1),
  ]
  const head = desk.store.journal.head()
  const asking = ask({ drafts })
  await started()
  answer(ok(report))
  expect(await asking).toMatchObject({ status: 200, body: report })
  expect(asked).toMatchObject([
    {
      from: Date.UTC(2026, 5, 7, 16),
      until: Date.UTC(2026, 5, 8, 16),
      before: [],
      after: [
        { key: 'routing.group.1', value: { id: 1, name: 'Returns', members: [1] } },
        { key: 'routing.agent.1', value: { weight: 2 } },
      ],
    },
  ])
  expect(desk.store.journal.head()).toBe(head)
})

it('[D8.8] drafts are checked as saves are, each against all of them, and the fault says which one', async () => {
  const faultsOf = async (...drafts: object[]) =>
    ((await ask({ drafts })).body.faults ?? []).map(({ field, code }) => [field, code])
  const named = (name: string, extra: object = {}) => draft('group', { ...group, name, ...extra })
  expect(await faultsOf(named('a'), named('a'))).toEqual([
    ['drafts.0.name', 'name_taken'],
    ['drafts.1.name', 'name_taken'],
  ])
  expect(
    await faultsOf(named('a', { overflow: { afterMs: 0, to: 2 } }), named('b', { overflow: { afterMs: 0, to: 1 } })),
  ).toEqual([
    ['drafts.0.overflow.to', 'overflow_circle'],
    ['drafts.1.overflow.to', 'overflow_circle'],
  ])
  const rule = { pattern: 'vip', group: 7, agents: [9], priority: 0 }
  expect(await faultsOf(draft('tag', rule))).toEqual([
    ['drafts.0.group', 'group_unknown'],
    ['drafts.0.agents', 'agent_unknown'],
  ])
  expect(await faultsOf(draft('skills', { languages: [], weight: 1 }, 9))).toEqual([['drafts.0.', 'agent_unknown']])
  expect(await faultsOf(draft('intent', { name: 'x', examples: ['one'], group: 0 }))).toEqual([
    ['drafts.0.examples', 'intent_examples'],
  ])
  expect(await ask({ drafts: [draft('group', null, 5)] })).toMatchObject({ status: 404, body: { code: 'not_found' } })
  expect(asked).toEqual([])
})

it('[D8.8] a group that a draft rule leads to cannot be drafted away', async () => {
  const headers = { authorization: `Bearer ${token}` }
  await desk.app.inject({ method: 'POST', url: '/api/v1/groups', headers, payload: { ...group, name: 'Returns' } })
  const leads = draft('tag', { pattern: 'vip', group: 1, agents: [], priority: 0 })
  const { body } = await ask({ drafts: [leads, draft('group', null, 1)] })
  expect(body.faults?.map(({ field, code }) => [field, code])).toEqual([
    ['drafts.0.group', 'group_unknown'],
    ['drafts.1.', 'group_in_use'],
  ])
})

it('[D9.22] one at a time; whoever leads may give it up, and the next one can be asked for', async () => {
  const first = ask({})
  await started()
  expect(await ask({})).toMatchObject({ status: 429, body: { code: 'what_if_busy' } })
  expect((await ask({}, token, 'DELETE')).status).toBe(204)
  expect(await first).toMatchObject({ status: 409, body: { code: 'what_if_cancelled' } })
  expect((await ask({}, token, 'DELETE')).status).toBe(204)
  const second = ask({})
  await started(2)
  answer(ok(report))
  expect((await second).status).toBe(200)
})

it('[D8.7] a day or a zone that is none is named as such; only those who lead may ask', async () => {
  expect((await ask({ day: '2026-02-30' })).body.code).toBe('hours_date_wrong')
  expect((await ask({ timeZone: 'Mars/Olympus' })).body.code).toBe('hours_zone_unknown')
  expect((await ask({ day: 'yesterday' })).body.code).toBe('bad_request')
  expect((await ask({ drafts: [draft('weather', {})] })).body.code).toBe('bad_request')
  const agent = await desk.signIn('agent')
  expect((await ask({}, agent)).status).toBe(403)
  expect((await ask({}, agent, 'DELETE')).status).toBe(403)
})
