import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EpochMs } from '../../protocol/index.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

let desk: HttpDesk
beforeAll(async () => void (desk = await createHttpDesk()))
afterAll(async () => desk.close())

it('[D4.12] every agent may ask what a visitor saw, newest first; a visitor may not, and nobody of nobody', async () => {
  const agent = await desk.signIn('agent')
  const visitor = await desk.newVisitor()
  const id = desk.tokens.verify(visitor)
  if (id === undefined) throw new Error('no visitor')
  const at = desk.clock.now()
  const page = (path: string) => ({ url: `https://shop.example/${path}`, title: path, referrer: '' })
  await desk.store.visitors.moveTo(id, page('a'), at)
  await desk.store.visitors.moveTo(id, page('b'), (at + 1) as EpochMs)
  const ask = async (token: string, of: number) =>
    desk.app.inject({ url: `/api/v1/visitors/${of}/trail`, headers: { authorization: `Bearer ${token}` } })
  expect((await ask(agent, id)).json()).toEqual({
    pages: [
      { at: at + 1, ...page('b') },
      { at, ...page('a') },
    ],
  })
  expect((await ask(agent, 987_654)).statusCode).toBe(404)
  expect((await ask(visitor, id)).json()).toMatchObject({ code: 'forbidden' })
})
