import { afterAll, beforeAll, expect, it } from 'vitest'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

let desk: HttpDesk
beforeAll(async () => {
  desk = await createHttpDesk()
})
afterAll(() => desk.close())

it('[D9.19] says who reads what visitors write, to colleagues alone', async () => {
  const ask = (token: string) =>
    desk.app.inject({ url: '/api/v1/intent-reading', headers: { authorization: `Bearer ${token}` } })
  const answer = await ask(await desk.signIn('agent'))
  expect(answer.json()).toEqual({ phase: 'serving', models: ['bge-small-zh-v1.5'], scripts: ['han'], code: null })
  expect((await ask(await desk.newVisitor())).statusCode).toBe(403)
})
