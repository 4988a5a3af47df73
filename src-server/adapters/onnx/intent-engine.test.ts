import { describe, expect, it } from 'vitest'
import type { EmbeddedText } from '../../core/intent/embedded-text.ts'
import { createIntentEngine } from './intent-engine.ts'
import type { FromIntentThread } from './intent-messages.ts'
import type { TextEncoders } from './text-encoders.ts'

const words = ['refund', 'money', 'back', 'parcel', 'late', 'delivery']
const intents = [
  { intent: 1, examples: ['refund', 'money back', 'refund money'] },
  { intent: 2, examples: ['parcel', 'delivery late', 'parcel delivery'] },
]

const make = (hasModel = true) => {
  const told: FromIntentThread[] = []
  const embedded: string[] = []
  const listeners: (() => void)[] = []
  const encoders: TextEncoders = {
    models: [],
    scripts: [],
    problems: [],
    close: async () => undefined,
    embed: async ({ text }): Promise<EmbeddedText> => {
      if (text.includes('crash')) throw new Error('no such token')
      embedded.push(text)
      const counts = Float32Array.from(words, (word) => (text.includes(word) ? 1 : 0))
      const length = Math.hypot(...counts) || 1
      return { text, han: undefined, other: hasModel ? counts.map((value) => value / length) : undefined }
    },
  }
  const engine = createIntentEngine(encoders, (message) => {
    told.push(message)
    for (const listener of listeners.splice(0)) listener()
  })
  const until = async (type: FromIntentThread['type'], id: number): Promise<void> => {
    while (!told.some((message) => message.type === type && 'id' in message && message.id === id))
      await new Promise<void>((resolve) => listeners.push(resolve))
  }
  const verdictOf = (id: number) =>
    told.flatMap((message) => (message.type === 'verdict' && message.id === id ? [message.judgement] : []))[0]
  return { engine, told, embedded, until, verdictOf }
}

describe('intent engine', () => {
  it('answers while it learns: with what it knew, which is nothing at first', async () => {
    const { engine, told, until, verdictOf } = make()
    engine.take({ type: 'train', id: 1, intents })
    engine.take({ type: 'classify', id: 2, texts: ['money back'], threshold: 0 })
    await until('trained', 1)
    expect(verdictOf(2)).toEqual({ intent: 0, confidence: 0, runnersUp: [], model: 'ngram' })
    expect(told.map(({ type }) => type)).toEqual(['verdict', 'trained'])
    engine.take({ type: 'classify', id: 3, texts: ['money back'], threshold: 0 })
    await until('verdict', 3)
    expect(verdictOf(3)).toMatchObject({ intent: 1, model: 'bert' })
  })

  it('learns the newest and no more than what is new in it', async () => {
    const { engine, told, embedded, until } = make()
    engine.take({ type: 'train', id: 1, intents })
    engine.take({ type: 'train', id: 2, intents })
    await until('trained', 2)
    expect(told.filter(({ type }) => type === 'trained')).toHaveLength(1)
    embedded.length = 0
    const changed = [...intents, { intent: 3, examples: ['back', 'late', 'back late'] }]
    engine.take({ type: 'train', id: 3, intents: changed })
    await until('trained', 3)
    expect(embedded).toEqual(['back', 'late', 'back late'])
  })

  it('[D9.19] does without a model', async () => {
    const { engine, until, verdictOf } = make(false)
    engine.take({ type: 'train', id: 1, intents })
    await until('trained', 1)
    engine.take({ type: 'classify', id: 2, texts: ['refund money'], threshold: 0 })
    await until('verdict', 2)
    expect(verdictOf(2)?.model).toBe('ngram')
  })

  it('knows nothing of an empty text, or of one that a model fails at', async () => {
    const { engine, told, until, verdictOf } = make()
    engine.take({ type: 'train', id: 1, intents })
    await until('trained', 1)
    engine.take({ type: 'classify', id: 2, texts: [' ', ''], threshold: 0 })
    engine.take({ type: 'classify', id: 3, texts: ['crash'], threshold: 0 })
    engine.take({ type: 'classify', id: 4, texts: ['refund'], threshold: 0 })
    await until('verdict', 4)
    expect([verdictOf(2)?.intent, verdictOf(3)?.intent, verdictOf(4)?.intent]).toEqual([0, 0, 1])
    expect(told).toContainEqual({ type: 'fault', detail: 'no such token' })
  })
})
