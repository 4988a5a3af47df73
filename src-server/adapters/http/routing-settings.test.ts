// What an office sets about who answers whom, over HTTP: the whole way to the journal and back.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyone, limits } from '../../protocol/index.ts'
import type { GroupRow, GroupWish, IntentWish } from '../../protocol/routing-schemas.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

type Body = { readonly code?: string; readonly id?: number; readonly version?: string } & Record<string, unknown>
type Said = { readonly status: number; readonly body: Body }
type Fault = { readonly field: string; readonly code: string; readonly message: string; readonly names: string[] }

let desk: HttpDesk
let token: string
beforeAll(async () => {
  desk = await createHttpDesk()
  token = await desk.signIn('owner')
})
afterAll(async () => desk.close())

const ask = async (method: string, url: string, payload?: object, version?: string, by = token): Promise<Said> => {
  const headers = { authorization: `Bearer ${by}`, ...(version !== undefined && { 'if-match': `"${version}"` }) }
  const answer = await desk.app.inject({
    method: method as 'GET',
    url: `/api/v1${url}`,
    headers,
    ...(payload && { payload }),
  })
  return { status: answer.statusCode, body: answer.statusCode === 204 ? {} : answer.json<Body>() }
}
const { id: _id, ...defaults } = everyone
const group = (change: Partial<GroupWish> & { readonly name: string }): GroupWish => ({ ...defaults, ...change })
const intent = (name: string, examples: readonly string[], to = 0): IntentWish => ({
  name,
  examples: [...examples],
  group: to as IntentWish['group'],
})
const rule = (pattern: string, to: unknown = 0, agents: readonly number[] = []) => ({
  pattern,
  group: to,
  agents,
  priority: 0,
})
const codes = ({ body }: Said) =>
  ((body['faults'] as Fault[] | undefined) ?? []).map(({ field, code }) => [field, code])

/** Nothing set, ids that were used stay used. */
const clear = async (): Promise<void> => {
  for (const [url, name] of [
    ['/tag-rules', 'tagRules'],
    ['/intents', 'intents'],
  ] as const)
    for (const { id, version } of (await ask('GET', url)).body[name] as { id: number; version: string }[])
      await ask('DELETE', `${url}/${id}`, undefined, version)
  for (const { id, version, overflow, ...rest } of (await ask('GET', '/groups')).body['groups'] as GroupRow[])
    if (overflow) await ask('PUT', `/groups/${id}`, { ...rest, overflow: null }, version)
  for (const { id, version } of (await ask('GET', '/groups')).body['groups'] as GroupRow[])
    await ask('DELETE', `/groups/${id}`, undefined, version)
}

describe('routing settings', () => {
  beforeEach(clear)

  it('an office that set nothing has everyone’s group and the defaults', async () => {
    expect((await ask('GET', '/groups')).body).toEqual({ groups: [{ version: '0', ...everyone }] })
    expect((await ask('GET', '/tag-rules')).body).toEqual({ tagRules: [] })
    expect((await ask('GET', '/intents')).body).toEqual({ intents: [] })
    expect((await ask('GET', '/agent-skills')).body).toEqual({
      agents: [{ agent: 1, version: '0', languages: [], weight: 1 }],
    })
    expect((await ask('GET', '/routing')).body).toMatchObject({ version: '0', threshold: null })
  })

  it('[D10.18] ids are given once: what is deleted never comes back under another name', async () => {
    const first = await ask('POST', '/groups', group({ name: ' Returns  desk ' }))
    expect(first).toMatchObject({ status: 201, body: { name: 'Returns desk' } })
    const { id = 0, version = '' } = first.body
    expect((await ask('DELETE', `/groups/${id}`, undefined, version)).status).toBe(204)
    expect((await ask('POST', '/groups', group({ name: 'Returns' }))).body.id).toBe(id + 1)
    expect((await ask('PUT', `/groups/${id}`, group({ name: 'Back' }), version)).body.code).toBe('not_found')
    expect((await ask('DELETE', `/groups/${id}`, undefined, version)).body.code).toBe('not_found')
  })

  it('[D10.18] of two who save over the same version one is told, and nothing is lost', async () => {
    const { id, version } = (await ask('POST', '/groups', group({ name: 'Sales' }))).body
    const one = await ask('PUT', `/groups/${id}`, group({ name: 'Sales', maxQueue: 5 }), version)
    expect(one.status).toBe(200)
    const other = await ask('PUT', `/groups/${id}`, group({ name: 'Sales', maxQueue: 9 }), version)
    expect(other).toMatchObject({ status: 412, body: { code: 'setting_conflict' } })
    expect((await ask('DELETE', `/groups/${id}`, undefined, version)).body.code).toBe('setting_conflict')
    expect((await ask('PUT', `/groups/${id}`, group({ name: 'Sales' }))).body.code).toBe('version_needed')
    const { groups } = (await ask('GET', '/groups')).body as { groups: GroupRow[] }
    expect(groups.find((row) => row.id === id)).toMatchObject({ maxQueue: 5, version: one.body.version })
    // The answer to the first try was lost: the same again is fine.
    const again = await ask('PUT', `/groups/${id}`, group({ name: 'Sales', maxQueue: 5 }), version)
    expect(again).toEqual(one)
  })

  it('[D10.18] saves at the same moment take turns', async () => {
    const { id, version } = (await ask('POST', '/groups', group({ name: 'Rush' }))).body
    const answers = await Promise.all(
      [1, 2, 3, 4].map((maxQueue) => ask('PUT', `/groups/${id}`, group({ name: 'Rush', maxQueue }), version)),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 412, 412, 412])
    const made = await Promise.all(['A', 'B', 'C'].map((name) => ask('POST', '/tag-rules', rule(name))))
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(3)
  })

  it('[D10.18] every save is one entry with what was before, under the name of who saved', async () => {
    const before = desk.store.journal.head()
    const { id, version } = (await ask('POST', '/tag-rules', rule('VIP'))).body
    await ask('PUT', `/tag-rules/${id}`, rule('VIP'), version)
    await ask('PUT', `/tag-rules/${id}`, { ...rule('VIP'), priority: 9 }, version)
    const reader = { kind: 'agent', id: 1, scope: 'all' } as const
    const { entries } = await desk.store.journal.readAfter(reader as never, before, 100)
    const key = `routing.tag.${id}`
    expect(entries.map(({ author, body }) => ({ author, body }))).toEqual([
      { author: { kind: 'agent', id: 1 }, body: { key, before: null, after: { id, ...rule('VIP') } } },
      {
        author: { kind: 'agent', id: 1 },
        body: { key, before: { id, ...rule('VIP') }, after: { id, ...rule('VIP'), priority: 9 } },
      },
    ])
  })

  it('[D10.19] what refers to nobody is refused', async () => {
    expect(codes(await ask('POST', '/groups', group({ name: 'X', members: [1, 99] as never })))).toEqual([
      ['members', 'agent_unknown'],
    ])
    const nowhere = { afterMs: 0, to: 77 as GroupWish['members'][number] } as unknown as GroupWish['overflow']
    expect(codes(await ask('POST', '/groups', group({ name: 'X', overflow: nowhere })))).toEqual([
      ['overflow.to', 'group_unknown'],
    ])
    expect(codes(await ask('POST', '/tag-rules', rule('a', 77, [98])))).toEqual([
      ['group', 'group_unknown'],
      ['agents', 'agent_unknown'],
    ])
    expect((await ask('PUT', '/agent-skills/99', { languages: [], weight: 1 }, '0')).body.code).toBe('agent_unknown')
  })

  it('[D10.19] groups never overflow in a circle, not over three either', async () => {
    const to = (id: unknown): Partial<GroupWish> => ({ overflow: { afterMs: 0, to: id } as GroupWish['overflow'] })
    const a = (await ask('POST', '/groups', group({ name: 'A' }))).body
    const b = (await ask('POST', '/groups', group({ name: 'B', ...to(a.id) }))).body
    const c = (await ask('POST', '/groups', group({ name: 'C', ...to(b.id) }))).body
    const closing = await ask('PUT', `/groups/${a.id}`, group({ name: 'A', ...to(c.id) }), a.version)
    expect(closing).toMatchObject({ status: 422, body: { code: 'overflow_circle' } })
    expect((closing.body['faults'] as Fault[])[0]?.names).toEqual(['A', 'C', 'B'])
    expect(codes(await ask('PUT', `/groups/${a.id}`, group({ name: 'A', ...to(a.id) }), a.version))).toEqual([
      ['overflow.to', 'overflow_circle'],
    ])
  })

  it('[D10.19] a group that something leads to stays, and the refusal names what', async () => {
    const { id, version } = (await ask('POST', '/groups', group({ name: 'Returns' }))).body
    const overflow = { afterMs: 0, to: id } as GroupWish['overflow']
    await ask('POST', '/groups', group({ name: 'Sales', overflow }))
    await ask('POST', '/tag-rules', rule('order:*', id))
    await ask('POST', '/intents', intent('Refund', ['money back', 'refund', 'return it'], id))
    const refused = await ask('DELETE', `/groups/${id}`, undefined, version)
    expect(refused).toMatchObject({ status: 409, body: { code: 'group_in_use' } })
    expect((refused.body['faults'] as Fault[])[0]?.names).toEqual(['order:*', 'Refund', 'Sales'])
  })

  it('[D10.19] a tag has one rule, and a star only at its end', async () => {
    expect((await ask('POST', '/tag-rules', rule('Order:*'))).status).toBe(201)
    expect(codes(await ask('POST', '/tag-rules', rule('ＯＲＤＥＲ:*')))).toEqual([['pattern', 'tag_pattern_taken']])
    for (const pattern of ['a*b', '**', ' ', '*x'])
      expect([pattern, codes(await ask('POST', '/tag-rules', rule(pattern)))]).toEqual([
        pattern,
        [['pattern', 'tag_pattern_malformed']],
      ])
    expect((await ask('POST', '/tag-rules', rule('*'))).status).toBe(201)
  })

  it('[D10.19] an intent has enough examples, and none that another has', async () => {
    const few = await ask('POST', '/intents', intent('Refund', ['a', 'b']))
    expect(few).toMatchObject({ status: 422, body: { code: 'intent_examples' } })
    const many = Array.from({ length: limits.maxIntentExamples + 1 }, (_, index) => `sentence ${index}`)
    expect(codes(await ask('POST', '/intents', intent('Refund', many)))).toEqual([['examples', 'intent_examples']])
    expect(codes(await ask('POST', '/intents', intent('Refund', ['a', 'A', ' '])))).toEqual([
      ['examples.1', 'example_repeated'],
      ['examples.2', 'text_malformed'],
    ])
    expect((await ask('POST', '/intents', intent('Refund', ['我要退款', 'money  back', 'refund']))).status).toBe(201)
    const twice = await ask('POST', '/intents', intent('Returns', ['Ｍoney back', 'x', 'y']))
    expect(codes(twice)).toEqual([['examples.0', 'example_repeated']])
    expect((twice.body['faults'] as Fault[])[0]?.names).toEqual(['Ｍoney back', 'Refund'])
    expect(codes(await ask('POST', '/intents', intent('refund', ['x', 'y', 'z'])))).toEqual([['name', 'name_taken']])
  })

  it('[D10.19] hours that no day has are refused, each where it stands', async () => {
    const day = [{ from: 540, to: 1080 }]
    const hours = (change: object) =>
      group({
        name: 'Day',
        hours: {
          timeZone: 'Asia/Shanghai',
          week: [day, day, day, day, day, [], []],
          exceptions: [],
          ...change,
        },
      })
    expect((await ask('POST', '/groups', hours({}))).status).toBe(201)
    const wrong: readonly (readonly [object, readonly string[]])[] = [
      [{ timeZone: 'Mars/Base' }, ['hours.timeZone', 'hours_zone_unknown']],
      [{ timeZone: '+08:00' }, ['hours.timeZone', 'hours_zone_unknown']],
      [{ week: [[{ from: 600, to: 600 }], [], [], [], [], [], []] }, ['hours.week.0', 'hours_span_wrong']],
      [{ week: [[], [{ from: 700, to: 800 }, ...day], [], [], [], [], []] }, ['hours.week.1', 'hours_overlap']],
      [{ exceptions: [{ date: '2026-02-30', name: '', open: [] }] }, ['hours.exceptions.0.date', 'hours_date_wrong']],
    ]
    for (const [change, fault] of wrong)
      expect(codes(await ask('POST', '/groups', hours(change)))).toContainEqual(fault)
    const twice = { date: '2026-10-01', name: '国庆', open: [] }
    expect(codes(await ask('POST', '/groups', hours({ exceptions: [twice, twice] })))).toContainEqual([
      'hours.exceptions.1.date',
      'hours_date_wrong',
    ])
  })

  it('everyone’s group can be set and set back, but not deleted', async () => {
    const set = await ask('PUT', '/groups/0', group({ name: '', maxQueue: 50 }), '0')
    expect(set).toMatchObject({ status: 200, body: { id: 0, maxQueue: 50 } })
    expect((await ask('DELETE', '/groups/0', undefined, set.body.version)).status).toBe(204)
    expect((await ask('GET', '/groups')).body).toEqual({ groups: [{ version: '0', ...everyone }] })
  })

  it('skills and what holds for all are set by their version too', async () => {
    const skills = { languages: ['zh', 'en'], weight: 2 }
    const { version } = (await ask('PUT', '/agent-skills/1', skills, '0')).body
    expect((await ask('GET', '/agent-skills')).body).toEqual({ agents: [{ agent: 1, version, ...skills }] })
    expect((await ask('PUT', '/agent-skills/1', { languages: [], weight: 3 }, '0')).body.code).toBe('setting_conflict')
    expect((await ask('DELETE', '/agent-skills/1', undefined, version)).status).toBe(204)
    const { version: seen, ...general } = (await ask('GET', '/routing')).body
    expect((await ask('PUT', '/routing', { ...general, threshold: 0.6 }, seen)).body).toMatchObject({ threshold: 0.6 })
    expect((await ask('PUT', '/routing', { ...general, threshold: 2 }, seen)).body.code).toBe('bad_request')
    expect((await ask('PUT', '/routing', { ...general, graceMs: 0 }, seen)).body.code).toBe('setting_conflict')
  })

  it('agents read, and change nothing', async () => {
    const agent = await desk.signIn('agent')
    expect((await ask('GET', '/groups', undefined, undefined, agent)).status).toBe(200)
    expect((await ask('POST', '/groups', group({ name: 'Mine' }), undefined, agent)).body.code).toBe('forbidden')
  })

  it('[D9.18] no more than there may be', async () => {
    const most = limits.maxIntents
    for (let index = 0; index < most; index += 1)
      expect(
        (
          await ask(
            'POST',
            '/intents',
            intent(
              `I${index}`,
              [1, 2, 3].map((n) => `${index} ${n}`),
            ),
          )
        ).status,
      ).toBe(201)
    expect((await ask('POST', '/intents', intent('more', ['a', 'b', 'c']))).body.code).toBe('too_many_settings')
  }, 30_000)
})
