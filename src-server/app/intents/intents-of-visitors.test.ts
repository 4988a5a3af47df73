// Intents from the settings to the agent: a real thread with a model, behind a whole gateway.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { expect, it } from 'vitest'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import { everyone, limits, NO_AGENT, NO_CONVERSATION, type Cid } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createGatewayWorld, type GatewayWorld } from '../../testing/gateway-world.ts'
import { writeTinyModel } from '../../testing/tiny-model.ts'
import { startIntents, type Intents } from './intents.ts'
import type { Classifier } from '../routing/placer.ts'

const examples = {
  Refund: ['refund', 'money back', 'refund money'],
  Parcel: ['parcel', 'delivery', 'parcel late'],
}

/** Mei answers refunds, Jan everything else. */
const office = async () => {
  const modelDir = mkdtempSync(join(tmpdir(), 'frontdesk-visitors-'))
  writeTinyModel(modelDir, ['refund', 'money', 'back', 'parcel', 'delivery', 'late'])
  /** Begins when the settings are there. */
  const begun: { intents?: Intents } = {}
  /** Counts, so that a test knows when a question is on its way. */
  let asked = 0
  let answered = 0
  const classifier: Classifier = {
    classify: async (texts, threshold) => {
      asked += 1
      const verdict = await begun.intents?.classify(texts, threshold)
      answered += 1
      return verdict ?? { intent: 0, confidence: 0, tookMicros: 0 }
    },
  }
  const world = await createGatewayWorld({ classifier })
  const [mei, jan] = [await world.newAgent(), await world.newAgent()]
  await world.set('group.1', { ...everyone, id: 1, name: 'Money', members: [mei] })
  await world.set('intent.1', { id: 1, name: 'Refund', group: 1, examples: examples.Refund })
  await world.set('intent.2', { id: 2, name: 'Parcel', group: 0, examples: examples.Parcel })
  await world.set('general', { intentWaitMs: 4_000, threshold: 0.2, graceMs: 0, returningWithinMs: 0 })
  await world.work(mei)
  await world.work(jan)
  const workers: Worker[] = []
  const born = (worker: Worker): void => void workers.push(worker)
  process.on('worker', born)
  const intents = startIntents({
    journal: world.store.journal,
    modelDir,
    clock: createSystemClock(),
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })
  begun.intents = intents
  await expect.poll(() => intents.state().phase).toBe('serving')
  const close = async (): Promise<void> => {
    process.off('worker', born)
    await intents.close()
  }
  return { world, mei, jan, intents, workers, close, asked: () => asked, isAsking: () => asked > answered }
}

let cids = 0
const ownerAfter = async (
  { world, isAsking }: { readonly world: GatewayWorld; readonly isAsking: () => boolean },
  text: string,
  during: () => void = () => undefined,
): Promise<number> => {
  const visitor = await world.visit(await world.newVisitor())
  const cid = `cid-${(cids += 1)}-0000` as Cid
  visitor.say({ type: 'send', cid, conversation: NO_CONVERSATION, text, files: [] })
  await world.settled()
  during()
  const conversation = visitor.of('entry')[0]?.entry.conversation
  const owner = async () =>
    (await world.store.journal.openConversations()).find(({ id }) => id === conversation)?.owner ?? NO_AGENT
  // The thread answers in its own time, during which the world's stands still; the wait for a second message is the world's.
  await expect
    .poll(async () => {
      if (!isAsking()) await world.pass(limits.defaultIntentWaitMs / 4)
      return owner()
    })
    .not.toBe(NO_AGENT)
  return owner()
}

it('[D7.10][D8.3] what a visitor writes leads to the group of its intent, 10,000 characters of it as well', async () => {
  const desk = await office()
  for (const text of ['money back refund', 'refund '.repeat(1_428), 'refund', 'my money back'])
    expect(await ownerAfter(desk, text)).toBe(desk.mei)
  await desk.close()
})

it('[D9.20] a thread that dies over a visitor’s words strands nobody, and the next is understood again', async () => {
  const desk = await office()
  const { mei, intents, workers } = desk
  const died = Promise.withResolvers<void>()
  await ownerAfter(desk, 'money back, my refund', () => {
    // The question is with the thread, or about to be: either way it ends without an answer.
    workers[0]?.once('exit', () => died.resolve())
    workers[0]?.postMessage({ type: 'stop' })
  })
  await died.promise
  expect(desk.asked()).toBeGreaterThan(0)
  await expect.poll(() => [workers.length, intents.state().phase]).toEqual([2, 'serving'])
  expect(await ownerAfter(desk, 'refund money please')).toBe(mei)
  await desk.close()
})
