import { describe, expect, it } from 'vitest'
import { fail, limits, ok, type ConversationId } from '#protocol'
import { runBulk } from './run-bulk.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => (index + 1) as ConversationId)

describe('the same for many', () => {
  it('[look] each succeeds or fails alone, and how far it is gets told', async () => {
    const told: number[] = []
    const outcome = await runBulk(ids(20), async (id) => (id % 7 === 0 ? fail('already_assigned') : ok(undefined)), {
      wait: async () => undefined,
      progressed: (done) => told.push(done),
    })
    expect(outcome.failed).toEqual([
      { id: 7, code: 'already_assigned' },
      { id: 14, code: 'already_assigned' },
    ])
    expect(outcome.done).toHaveLength(18)
    expect(told).toEqual([8, 16, 20])
  })

  it('[look] never more at once, and never faster, than a connection may', async () => {
    let now = 0
    let under = 0
    let most = 0
    const sentAt: number[] = []
    await runBulk(
      ids(400),
      async () => {
        most = Math.max(most, (under += 1))
        sentAt.push(now)
        await Promise.resolve()
        under -= 1
        return ok(undefined)
      },
      {
        wait: async (ms) => {
          now += ms
        },
        progressed: () => undefined,
      },
    )
    expect(most).toBeLessThanOrEqual(limits.maxRequestsInFlight / 2)
    // The bucket of D9.3, with answers that take no time: it never runs dry, and keeps room for other frames.
    let tokens: number = limits.frameBurst
    let last = 0
    for (const at of sentAt) {
      tokens = Math.min(limits.frameBurst, tokens + ((at - last) / 1000) * limits.framesPerSecond) - 1
      last = at
      expect(tokens).toBeGreaterThan(limits.frameBurst / 3)
    }
  })
})
