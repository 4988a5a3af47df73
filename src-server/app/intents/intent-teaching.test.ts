import { describe, expect, it } from 'vitest'
import type { IntentClassifier } from '../../ports/intent-classifier.ts'
import type { StoredSetting } from '../../ports/journal.ts'
import { limits, ok } from '../../protocol/index.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { startIntentTeaching } from './intent-teaching.ts'

type Listener = Parameters<Parameters<typeof startIntentTeaching>[0]['journal']['onCommitted']>[0]

const refund = { id: 1, name: 'Refund', group: 0, examples: ['a', 'b', 'c'] }
const general = { intentWaitMs: 1_000, threshold: 0.4, graceMs: 0, returningWithinMs: 0 }

const make = (stored: StoredSetting[]) => {
  const clock = createManualClock()
  const lessons: Parameters<IntentClassifier['train']>[] = []
  let listener: Listener | undefined
  let failing = false
  const teaching = startIntentTeaching({
    clock,
    logger: createFakeLogger(),
    journal: {
      settings: async () => {
        if (failing) throw new Error('no disk')
        return stored
      },
      onCommitted: (heard) => {
        listener = heard
        return () => (listener = undefined)
      },
    },
    classifier: {
      train: async (...lesson) => {
        lessons.push(lesson)
        return ok({ model: 'bert', intents: 1, examples: 3, tookMs: 1 })
      },
    },
  })
  const advance = async (ms: number): Promise<void> => {
    clock.advance(ms)
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  const save = (key: string, value: unknown): void => {
    stored.push({ key, value })
    const entry = { kind: 'setting.changed', body: { key, before: null, after: value } }
    listener?.({ entries: [{ entry }], receipts: [] } as unknown as Parameters<Listener>[0])
  }
  return {
    teaching,
    clock,
    lessons,
    advance,
    save,
    isListening: () => listener !== undefined,
    fail: (now: boolean) => void (failing = now),
  }
}

describe('teaching the intents', () => {
  it('teaches what is there, and nothing where there are no intents', async () => {
    const { lessons, advance, clock } = make([{ key: 'routing.general', value: { ...general, threshold: null } }])
    await advance(0)
    expect([lessons, clock.waiting]).toEqual([[], 0])
    const taught = make([
      { key: 'routing.general', value: general },
      { key: 'routing.intent.1', value: refund },
      { key: 'routing.intent.2', value: null },
      { key: 'routing.intent.3', value: 'nonsense' },
    ])
    await taught.advance(0)
    expect(taught.lessons).toEqual([[[{ intent: 1, examples: ['a', 'b', 'c'] }]]])
  })

  it('teaches what is saved together together, and nothing that teaches nothing', async () => {
    const { lessons, advance, save } = make([])
    await advance(0)
    save('routing.intent.1', refund)
    await advance(limits.intentTeachAfterMs - 1)
    save('routing.intent.2', { ...refund, id: 2 })
    await advance(limits.intentTeachAfterMs)
    expect(lessons.map(([intents]) => intents.length)).toEqual([2])
    save('routing.intent.2', { ...refund, id: 2, name: 'Another name' })
    save('routing.group.1', {})
    save('routing.general', { ...general, threshold: 0.9 })
    await advance(limits.intentTeachAfterMs)
    expect(lessons).toHaveLength(1)
    save('routing.intent.1', null)
    save('routing.intent.2', null)
    await advance(limits.intentTeachAfterMs)
    expect(lessons.at(-1)).toEqual([[]])
  })

  it('tries again after a storage that did not answer, and stops', async () => {
    const { teaching, lessons, advance, fail, clock, isListening } = make([{ key: 'routing.intent.1', value: refund }])
    fail(true)
    await advance(0)
    fail(false)
    await advance(limits.intentTeachRetryMs)
    expect(lessons).toHaveLength(1)
    teaching.stop()
    expect([isListening(), clock.waiting]).toEqual([false, 0])
  })
})
