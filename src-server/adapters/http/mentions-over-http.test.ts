import { afterAll, beforeAll, expect, it } from 'vitest'
import type { AgentId, VisitorId } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

let desk: HttpDesk
beforeAll(async () => void (desk = await createHttpDesk()))
afterAll(async () => desk.close())

it('[D2.9] whoever is called reads it, their colleague and the visitor do not', async () => {
  const [called, other, visitor] = [
    await desk.signIn('agent', 'li'),
    await desk.signIn('agent', 'amy'),
    await desk.newVisitor(),
  ]
  const me = async (token: string): Promise<AgentId> => {
    const said = await desk.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } })
    return said.json<{ id: AgentId }>().id
  }
  const id = desk.tokens.verify(visitor) as VisitorId
  const actor = { kind: 'agent', id: await me(other) } as const
  const sent = await desk.store.journal.commit({
    type: 'send',
    actor: { kind: 'visitor', id },
    conversation: 0 as never,
    cid: 'cid-of-theirs',
    text: '在吗',
    files: [],
  })
  if (!sent.ok) throw new Error(sent.code)
  const { conversation } = sent.value
  const note = {
    type: 'note',
    actor,
    conversation,
    cid: 'cid-note-1',
    text: '@Li 看一下',
    mentions: [await me(called)],
  } as const
  expect(await desk.store.journal.commit(note)).toMatchObject({ ok: true })
  const ask = async (token: string) =>
    (await desk.app.inject({ url: '/api/v1/mentions', headers: { authorization: `Bearer ${token}` } })).json<unknown>()
  expect(await ask(called)).toEqual({
    mentions: [
      {
        offset: expect.any(Number) as number,
        at: expect.any(Number) as number,
        conversation,
        seq: expect.any(Number) as number,
        by: actor.id,
        text: '@Li 看一下',
        visitor: { id, name: expect.any(String) as string },
      },
    ],
  })
  expect(await ask(other)).toEqual({ mentions: [] })
  expect(await ask(visitor)).toMatchObject({ code: 'forbidden' })
})
