// The what-if's own thread over a real database: the answer, and every way in which there is none.
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { limits, type EpochMs } from '../../protocol/index.ts'
import type { DayQuestion } from '../../ports/what-if.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { storeActions } from '../../testing/store-contract/store-actions.ts'
import { createWhatIfThread, type WhatIfThreadParts } from './what-if-thread.ts'

const DAY_MS = 86_400_000

let opened: OpenedSqliteStore
let openedAt = 0
beforeAll(async () => {
  opened = await openContractStore()
  const { newAgent, newVisitor, say, dispatch, reply, close, done } = storeActions(opened.store)
  const li = await newAgent('Li')
  openedAt = opened.clock.now()
  for (let count = 0; count < 3; count += 1) {
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(dispatch(conversation, li))
    await done(reply(li, conversation, 'hello'))
    await done(close(li, conversation))
  }
})
afterAll(async () => opened.dispose())

const dayFrom = (from: number): DayQuestion => ({
  from: from as EpochMs,
  until: (from + DAY_MS) as EpochMs,
  before: [],
  after: [{ key: 'routing.general', value: null }],
})
const thread = (startWorker?: WhatIfThreadParts['startWorker']) => {
  const clock = createManualClock()
  const logger = createFakeLogger()
  const birth = { dataDir: opened.dataDir, nativeBinding: undefined }
  const runner = createWhatIfThread({ birth, clock, logger, ...(startWorker && { startWorker }) })
  return { clock, runner }
}
const hanging = (): Worker => new Worker('setInterval(() => undefined, 1000)', { eval: true })

it('[D8.7] reads the day from the database beside the running server, and answers', async () => {
  const result = await thread().runner.start(dayFrom(openedAt - DAY_MS / 2)).result
  expect(result).toMatchObject({
    ok: true,
    value: {
      arrivals: 3,
      really: { answered: 3 },
      before: { whole: { answered: 3 } },
      agents: [{ name: 'Li', before: 3, after: 3 }],
    },
  })
})

it('[D9.22] a day on which nobody came has no answer', async () => {
  const { runner } = thread()
  for (const from of [openedAt - 10 * DAY_MS, openedAt + 10 * DAY_MS])
    expect(await runner.start(dayFrom(from)).result).toEqual({ ok: false, code: 'what_if_no_arrivals' })
})

it('[D9.22] a thread that hangs is given up in time or when it is cancelled, and one that dies is a fault of ours', async () => {
  const late = thread(hanging)
  const slow = late.runner.start(dayFrom(openedAt))
  late.clock.advance(limits.whatIfWithinMs)
  expect(await slow.result).toEqual({ ok: false, code: 'what_if_too_long' })
  const running = thread(hanging).runner.start(dayFrom(openedAt))
  running.cancel()
  running.cancel()
  expect(await running.result).toEqual({ ok: false, code: 'what_if_cancelled' })
  const dying = thread(() => new Worker('throw new Error("of old age")', { eval: true }))
  expect(await dying.runner.start(dayFrom(openedAt)).result).toEqual({ ok: false, code: 'internal' })
})
