// What the door counts, as its judge is told: a count that only rises would lock everybody out one day.
import { once } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'
import { createWsDesk, type WsDesk } from '../../testing/ws-desk.ts'
import type * as policy from './upgrade-policy.ts'
import type { Occupancy } from './upgrade-policy.ts'

const houses = vi.hoisted((): Occupancy[] => [])
vi.mock('./upgrade-policy.ts', async (importOriginal) => {
  const real = await importOriginal<typeof policy>()
  const judgeUpgrade: typeof real.judgeUpgrade = (request, house, origins) => {
    houses.push(house)
    return real.judgeUpgrade(request, house, origins)
  }
  return { ...real, judgeUpgrade }
})

let desk: WsDesk | undefined
afterEach(async () => desk?.close())

it('[D9.9] [D9.10] whoever left is counted no more: in all, without a hello, and at their address', async () => {
  desk = await createWsDesk()
  const clients = [desk.dial(), desk.dial()]
  for (const { socket } of clients) if (socket.readyState !== socket.OPEN) await once(socket, 'open')
  await desk.refusalOf('/elsewhere')
  const counted = { connections: 2, ungreeted: 2, ofAddress: 2 }
  expect(houses.at(-1)).toMatchObject(counted)
  for (const { socket } of clients) socket.close()
  await Promise.all(clients.map(async ({ closed }) => closed))
  await expect.poll(() => desk?.door.sockets).toBe(0)
  await desk.refusalOf('/elsewhere')
  expect(houses.at(-1)).toMatchObject({ connections: 0, ungreeted: 0, ofAddress: 0 })
})
