// What it costs to know what a visitor wants: embedding alone, then all of it, then through the intent thread: learning 80 intents,
// one sentence at a time, and a steady rate, with the processor time that took.
//   node bench/intent-worker.ts [--model-dir models] [--seconds 10] [--rate 200] [--texts FILE]
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { createIntentClassifier } from '../src-server/adapters/onnx/intent-classifier.ts'
import { startIntentThread } from '../src-server/adapters/onnx/intent-thread.ts'
import { openTextEncoders, type TextEncoders } from '../src-server/adapters/onnx/text-encoders.ts'
import { createSystemClock } from '../src-server/adapters/system/system-clock.ts'
import { trainIntentModel, type TrainingSample } from '../src-server/core/intent/intent-model.ts'
import { prepareTexts } from '../src-server/core/intent/prepare-text.ts'
import { someIntents, visitorSentences } from './intents/visitor-sentences.ts'
import { latencyLine } from './load/latency-line.ts'

const { values } = parseArgs({
  options: {
    'model-dir': { type: 'string', default: join(import.meta.dirname, '../models') },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '200' },
    /** One sentence a line, instead of the shop's. */
    texts: { type: 'string' },
  },
})
const modelDir = values['model-dir']
const durationMs = Number(values.seconds) * 1_000
const sentences =
  values.texts === undefined ? visitorSentences : readFileSync(values.texts, 'utf8').split('\n').filter(Boolean)
const sentence = (count: number): string => sentences[count % sentences.length] ?? ''

const report = (name: string, times: readonly number[]): void => console.log(latencyLine(name, times))

const measureEmbedding = async (): Promise<void> => {
  const loadedFrom = performance.now()
  const encoders = await openTextEncoders(modelDir)
  const loadedMs = (performance.now() - loadedFrom).toFixed(0)
  console.log(`${encoders.models.join(', ') || 'no models'}: loaded in ${loadedMs} ms`, ...encoders.problems)
  const prepared = sentences.map((text) => prepareTexts([text]))
  for (const script of ['han', 'other', 'mixed'] as const) {
    const some = prepared.filter((one) => one.script === script)
    const times: number[] = []
    const until = performance.now() + durationMs / 5
    for (let count = 0; some.length > 0 && performance.now() < until; count += 1) {
      const startedMs = performance.now()
      await encoders.embed(some[count % some.length] ?? { text: '', script })
      times.push(performance.now() - startedMs)
    }
    report(`embedding, ${script}`, times)
  }
  await measureInOneThread(encoders)
  await encoders.close()
}

/** From what was written to what it means, as the intent thread does it, without the way there and back. */
const measureInOneThread = async (encoders: TextEncoders): Promise<void> => {
  const samples: TrainingSample[] = []
  for (const { intent, examples } of someIntents(80))
    for (const example of examples) samples.push({ intent, input: await encoders.embed(prepareTexts([example])) })
  const steps = trainIntentModel(samples)
  let step = steps.next()
  while (!step.done) step = steps.next()
  if (!step.value.ok) throw new Error(step.value.code)
  const model = step.value.value
  const times: number[] = []
  const until = performance.now() + durationMs
  for (let count = 0; performance.now() < until; count += 1) {
    const startedMs = performance.now()
    model.predict(await encoders.embed(prepareTexts([sentence(count)])), null)
    times.push(performance.now() - startedMs)
  }
  report('one sentence, all of it', times)
}

const classifier = createIntentClassifier({
  modelDir,
  clock: createSystemClock(),
  logger: { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error },
  metrics: { count: () => undefined, gauge: () => undefined, observe: () => undefined },
  start: startIntentThread,
  stopwatch: () => performance.now(),
})

const learn = async (name: string, count: number): Promise<void> => {
  const learned = await classifier.train(someIntents(count))
  console.log(`${name.padEnd(34)} ${learned.ok ? `${learned.value.tookMs} ms, ${learned.value.model}` : learned.code}`)
}

const measureOneByOne = async (): Promise<void> => {
  const times: number[] = []
  const until = performance.now() + durationMs
  for (let count = 0; performance.now() < until; count += 1)
    times.push((await classifier.classify([sentence(count)], null)).tookMicros / 1_000)
  report('one sentence through the thread', times)
}

const measureRate = async (): Promise<void> => {
  const rate = Number(values.rate)
  const startedMs = performance.now()
  const cpu = process.cpuUsage()
  const asked: Promise<number>[] = []
  for (let count = 0; count < (rate * durationMs) / 1_000; count += 1) {
    const waitMs = startedMs + (count * 1_000) / rate - performance.now()
    if (waitMs > 0) await sleep(waitMs)
    asked.push(classifier.classify([sentence(count)], null).then(({ tookMicros }) => tookMicros / 1_000))
  }
  const times = await Promise.all(asked)
  const tookS = (performance.now() - startedMs) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  report(`${(times.length / tookS).toFixed(0)} sentences a second`, times)
  console.log(`${''.padEnd(34)} ${((user + system) / 1e6 / tookS).toFixed(2)} of a core`)
}

await measureEmbedding()
// Starts the thread and loads the models.
await classifier.train([{ intent: 1, examples: ['a', '一', 'b'] }])
await learn('80 intents × 10 examples, first', 80)
await learn('one intent more', 81)
await measureOneByOne()
await measureRate()
console.log(`${'memory of the process'.padEnd(34)} ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`)
await classifier.close()
