import { expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import type { EmbeddedText } from './embedded-text.ts'
import { trainIntentModel, type TrainingSample } from './intent-model.ts'
import { prepareTexts } from './prepare-text.ts'

const plain = (text: string): EmbeddedText => ({ text: prepareTexts([text]).text, han: undefined, other: undefined })
const samplesOf = (...intents: readonly (readonly string[])[]): readonly TrainingSample[] =>
  intents.flatMap((examples, at) => examples.map((text) => ({ intent: at + 1, input: plain(text) })))

const train = (samples: readonly TrainingSample[]) => {
  const steps = trainIntentModel(samples)
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    if (!step.value.ok) throw new Error(step.value.code)
    const { kind, predict } = step.value.value
    return { kind, predict: (input: EmbeddedText, threshold: number | null = null) => predict(input, threshold) }
  }
}

const refund = ['怎么退款', '退款什么时候到账', '我要退款', '钱退到哪里了', '申请退款没反应']
const parcel = ['快递到哪了', '查一下物流', '包裹还没收到', '物流不动了', '快递什么时候到']
const invoice = ['可以开发票吗', '发票抬头写错了', '电子发票在哪下载', '要开专票', '发票什么时候寄']
const shop = samplesOf(refund, parcel, invoice)

/** A sentence whose vector lies around its intent's: what a model gives. */
const vectors = (intents: number, each: number, seed: number, spread = 0.6): readonly TrainingSample[] => {
  const random = createSeededRandom(seed)
  const draw = (): Float32Array => Float32Array.from({ length: 32 }, () => random.fraction() - 0.5)
  const centres = createSeededRandom(7)
  return Array.from({ length: intents }, (_, at) => {
    const centre = Float32Array.from({ length: 32 }, () => centres.fraction() - 0.5)
    return Array.from({ length: each }, (__, number) => {
      const noise = draw()
      const other = centre.map((value, index) => value + spread * (noise[index] ?? 0))
      return { intent: at + 1, input: { text: `sentence ${at} ${number}`, han: undefined, other } }
    })
  }).flat()
}

it('[D8.3] n-grams stand in where no model is, and say so', () => {
  const model = train(shop)
  expect(model.kind).toBe('ngram')
  for (const [text, intent] of [
    ['我想要退款', 1],
    ['我的快递什么时候到', 2],
    ['给我开张发票', 3],
  ] as const) {
    const { runnersUp, ...best } = model.predict(plain(text))
    expect([best.intent || runnersUp[0]?.intent, text]).toEqual([intent, text])
  }
})

it('[D8.3] vectors tell intents apart that share no words, and confidence is the share of right answers', () => {
  const model = train(vectors(12, 10, 1))
  expect(model.kind).toBe('bert')
  const asked = vectors(12, 40, 2)
  const verdicts = asked.map(({ intent, input }) => ({ intent, verdict: model.predict(input) }))
  const right = verdicts.filter(({ intent, verdict }) => (verdict.intent || verdict.runnersUp[0]?.intent) === intent)
  expect(right.length / asked.length).toBeGreaterThan(0.95)
  const sum = verdicts.reduce((total, { verdict }) => total + verdict.confidence, 0)
  expect(Math.abs(sum / asked.length - right.length / asked.length)).toBeLessThan(0.15)
})

it('[D8.3] [D8.4] two intents are enough: each is recognised, and strangers are not', () => {
  const model = train(vectors(2, 3, 1))
  const asked = vectors(2, 40, 2)
  const right = asked.filter(({ intent, input }) => model.predict(input).intent === intent)
  expect(right.length / asked.length).toBeGreaterThan(0.7)
  const random = createSeededRandom(5)
  const strangers = Array.from({ length: 60 }, (): EmbeddedText => {
    const other = Float32Array.from({ length: 32 }, () => random.fraction() - 0.5)
    return { text: 'something else', han: undefined, other }
  })
  expect(strangers.filter((input) => model.predict(input).intent === 0).length).toBeGreaterThan(30)
})

it('[D8.4] what no intent covers is unknown', () => {
  const model = train(vectors(12, 10, 1))
  const random = createSeededRandom(99)
  const strangers = Array.from({ length: 100 }, (): EmbeddedText => {
    const other = Float32Array.from({ length: 32 }, () => random.fraction() - 0.5)
    return { text: 'something else', han: undefined, other }
  })
  const unknown = strangers.filter((input) => model.predict(input).intent === 0)
  expect(unknown.length).toBeGreaterThan(80)
  expect(train(shop).predict(plain('今天天气真好啊')).intent).toBe(0)
})

it('[D8.4] empty, emoji and a script nobody gave examples for are unknown', () => {
  const model = train(shop)
  for (const text of ['', '   ', '😀😀😀', '؟', '\uD800']) expect(model.predict(plain(text)).intent).toBe(0)
  const english = { text: 'refund', han: undefined, other: new Float32Array(4).fill(0.5) }
  expect(model.predict(english)).toEqual({ intent: 0, confidence: 0, runnersUp: [] })
})

it('[D8.3] without examples everything is unknown, and an intent without examples is never named', () => {
  expect(train([]).predict(plain('退款'))).toEqual({ intent: 0, confidence: 0, runnersUp: [] })
  expect(
    train(samplesOf(['', ' '], refund))
      .predict(plain('怎么退款'))
      .runnersUp.map(({ intent }) => intent),
  ).not.toContain(1)
})

it('[D8.3] the same sentence under two intents takes the certainty from both', () => {
  const model = train(samplesOf([...refund, '客服在吗'], [...parcel, '客服在吗'], invoice))
  const { intent, confidence, runnersUp } = model.predict(plain('客服在吗'))
  expect(intent).toBe(0)
  expect(confidence).toBeLessThan(0.5)
  expect(new Set(runnersUp.slice(0, 2).map((one) => one.intent))).toEqual(new Set([1, 2]))
})

it('[D8.3] one intent alone knows its own from others', () => {
  const model = train(samplesOf(refund))
  expect(model.predict(plain('怎么退款')).confidence).toBeGreaterThan(model.predict(plain('what a day')).confidence)
})

it('[D8.3] a mixed text is read by both models', () => {
  const both = (han: number, other: number): EmbeddedText => ({
    text: `${han} ${other}`,
    han: Float32Array.from({ length: 8 }, (_, at) => (at === han ? 1 : 0.05)),
    other: Float32Array.from({ length: 8 }, (_, at) => (at === other ? 1 : 0.05)),
  })
  const samples = [1, 2, 3].flatMap((intent) => [1, 2, 3, 4].map(() => ({ intent, input: both(intent, intent) })))
  const model = train(samples)
  expect(model.predict(both(2, 2), 0).intent).toBe(2)
  const torn = model.predict(both(2, 3), 0)
  expect(new Set([torn.intent, torn.runnersUp[0]?.intent])).toEqual(new Set([2, 3]))
  expect(torn.confidence).toBeLessThan(model.predict(both(2, 2)).confidence)
})

it('[D8.4] an admin may set the threshold, and nothing is learned again for it', () => {
  const model = train(shop)
  expect(model.predict(plain('怎么退款'), 1).intent).toBe(0)
  expect(model.predict(plain('今天天气真好啊'), 0).intent).not.toBe(0)
})

it('[D8.3] the same examples give the same model', () => {
  const [one, two] = [train(vectors(5, 6, 3)), train(vectors(5, 6, 3))]
  for (const { input } of vectors(5, 3, 4)) expect(two.predict(input)).toEqual(one.predict(input))
})

it('[D8.3] a text of 10,000 characters is judged like any other', () => {
  const { runnersUp, confidence } = train(shop).predict(plain('退款'.repeat(5_000)))
  expect(confidence).toBeGreaterThanOrEqual(0)
  expect(runnersUp.length).toBeLessThanOrEqual(limits.maxIntentRunnersUp)
})
