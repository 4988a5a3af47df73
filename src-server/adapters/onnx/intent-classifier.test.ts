import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { IntentExamples } from '../../ports/intent-classifier.ts'
import { limits } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { writeTinyModel } from '../../testing/tiny-model.ts'
import { createSystemClock } from '../system/system-clock.ts'
import { createIntentClassifier } from './intent-classifier.ts'
import type { IntentBirth, Judgement, ToIntentThread } from './intent-messages.ts'
import { startIntentThread, type StartIntentThread } from './intent-thread.ts'

type FakeThread = {
  readonly birth: IntentBirth
  readonly posted: ToIntentThread[]
  readonly events: Parameters<StartIntentThread>[1]
  stopped: boolean
}

const intents: IntentExamples = [{ intent: 3, examples: ['refund', 'money back', 'return it'] }]
const refund: Judgement = { intent: 3, confidence: 0.9, runnersUp: [], model: 'bert' }

const make = () => {
  const clock = createManualClock()
  const metrics = createFakeMetrics()
  const threads: FakeThread[] = []
  const classifier = createIntentClassifier({
    modelDir: '/models',
    clock,
    metrics,
    logger: createFakeLogger(),
    stopwatch: () => clock.now(),
    start: (birth, events) => {
      const thread: FakeThread = { birth, posted: [], events, stopped: false }
      threads.push(thread)
      return {
        post: (message) => void thread.posted.push(message),
        stop: async () => {
          thread.stopped = true
        },
      }
    },
  })
  const last = () => {
    const thread = threads.at(-1)
    if (!thread) throw new Error('no thread yet')
    return thread
  }
  const posted = (type: ToIntentThread['type']) => last().posted.filter((message) => message.type === type)
  const learned = (id = posted('train').at(-1)?.id ?? 0): void =>
    last().events.told({ type: 'trained', id, kind: 'bert' })
  const answer = (id: number): void => last().events.told({ type: 'verdict', id, judgement: refund })
  const teach = async () => {
    const taught = classifier.train(intents)
    learned()
    return taught
  }
  return { classifier, clock, metrics, threads, last, posted, learned, answer, teach }
}

describe('intent classifier', () => {
  it('[D9.20] before it learned anything, a visitor means nothing known, and no thread runs', async () => {
    const { classifier, threads, metrics } = make()
    expect(await classifier.classify(['refund'], null)).toMatchObject({ intent: 0, confidence: 0 })
    expect([threads.length, metrics.counted('intents_total', { outcome: 'untrained' })]).toEqual([0, 1])
  })

  it('asks the thread what was learned, and says how long it took', async () => {
    const { classifier, clock, teach, posted, answer } = make()
    expect(await teach()).toEqual({ ok: true, value: { model: 'bert', intents: 1, examples: 3, tookMs: 0 } })
    const asked = classifier.classify(['hello', 'refund'], 0.3)
    expect(posted('classify')).toMatchObject([{ texts: ['hello', 'refund'], threshold: 0.3 }])
    clock.advance(2)
    answer(posted('classify')[0]?.id ?? 0)
    expect(await asked).toEqual({ ...refund, tookMicros: 2_000 })
    expect(clock.waiting).toBe(0)
  })

  it('serves what it knows while it learns; who asked for less hears of the newest', async () => {
    const { classifier, threads, teach, posted, learned, answer } = make()
    await teach()
    const [second, third] = [classifier.train(intents), classifier.train(intents)]
    const asked = classifier.classify(['refund'], null)
    answer(posted('classify')[0]?.id ?? 0)
    expect(await asked).toMatchObject({ intent: 3 })
    const [, overtaken = 0, newest = 0] = posted('train').map(({ id }) => id)
    learned(overtaken)
    expect(classifier.state().phase).toBe('training')
    learned(newest)
    expect(await Promise.all([second, third])).toMatchObject([{ ok: true }, { ok: true }])
    expect([threads.length, classifier.state().phase]).toEqual([1, 'serving'])
  })

  it('keeps what it knows when the new cannot be learned', async () => {
    const { classifier, teach, posted, last, answer } = make()
    await teach()
    const learning = classifier.train(intents)
    last().events.told({ type: 'untrainable', id: posted('train')[1]?.id ?? 0, code: 'intent_examples' })
    expect(await learning).toEqual({ ok: false, code: 'intent_examples' })
    const asked = classifier.classify(['refund'], null)
    answer(posted('classify')[0]?.id ?? 0)
    expect(await asked).toMatchObject({ intent: 3 })
    expect(classifier.state()).toMatchObject({ phase: 'failed', code: 'intent_examples' })
  })

  it('[D9.20] bounds its line and its time: past them the verdict is unknown', async () => {
    const { classifier, clock, metrics, threads, teach, posted, answer } = make()
    await teach()
    const line = Array.from({ length: limits.maxIntentsWaiting }, async () => classifier.classify(['refund'], null))
    expect(await classifier.classify(['one more'], null)).toMatchObject({ intent: 0 })
    expect(metrics.counted('dropped_total', { reason: 'intent_line_full' })).toBe(1)
    answer(posted('classify')[0]?.id ?? 0)
    clock.advance(limits.intentWithinMs)
    const verdicts = await Promise.all(line)
    expect(verdicts.map(({ intent }) => intent)).toEqual([3, ...line.slice(1).map(() => 0)])
    // Slow is not dead.
    expect([threads.length, metrics.counted('intents_total', { outcome: 'late' })]).toEqual([1, line.length - 1])
  })

  it('[D9.20] a thread that hangs or dies is replaced and learns again', async () => {
    const { classifier, clock, threads, teach, last, learned, posted, answer } = make()
    await teach()
    const hanging = classifier.classify(['refund'], null)
    clock.advance(limits.intentWithinMs)
    expect(await hanging).toMatchObject({ intent: 0 })
    clock.advance(100)
    expect([threads[0]?.stopped, threads.length]).toEqual([true, 2])
    expect(await classifier.classify(['refund'], null)).toMatchObject({ intent: 0 })
    learned()
    const dying = classifier.classify(['refund'], null)
    last().events.died(new Error('out of memory'))
    expect(await dying).toMatchObject({ intent: 0 })
    clock.advance(100)
    learned()
    const asked = classifier.classify(['refund'], null)
    answer(posted('classify')[0]?.id ?? 0)
    expect(await asked).toMatchObject({ intent: 3 })
  })

  it('[D9.19] leaves models out that kill the thread, and gives up on what kills it without them', async () => {
    const { classifier, clock, threads, last } = make()
    const learning = classifier.train(intents)
    for (let deaths = 0; deaths < 5; deaths += 1) {
      last().events.died(new Error('no such instruction'))
      clock.advance(5_000)
    }
    expect(threads.map(({ birth }) => birth.modelDir)).toEqual(['/models', '/models', undefined, undefined, undefined])
    expect(await learning).toEqual({ ok: false, code: 'intent_training_failed' })
    expect([classifier.state().phase, clock.waiting]).toEqual(['failed', 0])
    // New intents are a new chance.
    void classifier.train(intents)
    expect(last().birth.modelDir).toBe('/models')
  })

  it('[D9.19] knows and counts the models it has', async () => {
    const { classifier, metrics, teach, last } = make()
    await teach()
    last().events.told({ type: 'loaded', models: ['bge'], scripts: ['han'], problems: ['no MiniLM'] })
    const models = { models: ['bge'], scripts: ['han'], problems: ['no MiniLM'] }
    expect(classifier.state()).toEqual({ phase: 'serving', ...models, code: null })
    expect(metrics.gaugeOf('intent_models')).toBe(1)
  })

  it('rests without intents, and answers everybody when it closes', async () => {
    const { classifier, clock, teach, threads } = make()
    await teach()
    expect(await classifier.train([])).toMatchObject({ ok: true, value: { intents: 0 } })
    expect([threads[0]?.stopped, classifier.state().phase, clock.waiting]).toEqual([true, 'idle', 0])
    await teach()
    const asked = classifier.classify(['refund'], null)
    const learning = classifier.train(intents)
    await classifier.close()
    expect(await asked).toMatchObject({ intent: 0 })
    expect(await learning).toEqual({ ok: false, code: 'server_stopping' })
    expect(await classifier.train(intents)).toEqual({ ok: false, code: 'server_stopping' })
    expect([threads[1]?.stopped, clock.waiting]).toEqual([true, 0])
  })

  it('works with a real thread and a real model', async () => {
    const modelDir = mkdtempSync(join(tmpdir(), 'frontdesk-intents-'))
    writeTinyModel(modelDir, ['refund', 'money', 'back', 'parcel', 'delivery', 'late'])
    const parts = { clock: createSystemClock(), metrics: createFakeMetrics(), logger: createFakeLogger() }
    const stopwatch = () => performance.now()
    const classifier = createIntentClassifier({ ...parts, modelDir, stopwatch, start: startIntentThread })
    const taught = await classifier.train([
      { intent: 1, examples: ['refund', 'money back', 'refund money'] },
      { intent: 2, examples: ['parcel late', 'delivery', 'parcel delivery'] },
    ])
    expect(taught).toMatchObject({ ok: true, value: { model: 'bert', intents: 2, examples: 6 } })
    const verdicts = await Promise.all(
      ['money refund', 'delivery late'].map(async (text) => classifier.classify([text], 0)),
    )
    expect(verdicts).toMatchObject([{ intent: 1, model: 'bert' }, { intent: 2 }])
    await classifier.close()
  })
})
