// What it costs to know what a visitor wants: embedding one sentence with each model, on one thread.
//   node bench/intent-worker.ts [--model-dir models] [--seconds 5]
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openTextEncoders } from '../src-server/adapters/onnx/text-encoders.ts'
import { visitorSentences } from './intents/visitor-sentences.ts'

const { values } = parseArgs({
  options: {
    'model-dir': { type: 'string', default: join(import.meta.dirname, '../models') },
    seconds: { type: 'string', default: '5' },
  },
})
const durationMs = Number(values.seconds) * 1_000

const at = (sorted: readonly number[], share: number): string =>
  (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(2).padStart(7)
const report = (name: string, times: readonly number[]): void => {
  const sorted = times.toSorted((a, b) => a - b)
  console.log(
    `${name.padEnd(32)} p50 ${at(sorted, 0.5)}  p99 ${at(sorted, 0.99)}  max ${at(sorted, 1)} ms  (${times.length})`,
  )
}

const scriptOf = (text: string): 'han' | 'other' | 'mixed' => {
  const [hasHan, hasLatin] = [/\p{Script=Han}/u.test(text), /\p{Script=Latin}/u.test(text)]
  if (hasHan && hasLatin) return 'mixed'
  return hasHan ? 'han' : 'other'
}

const loadedFrom = performance.now()
const encoders = await openTextEncoders(values['model-dir'])
console.log(
  `${encoders.models.join(', ') || 'no models'}: loaded in ${(performance.now() - loadedFrom).toFixed(0)} ms`,
  ...encoders.problems,
)
for (const script of ['han', 'other', 'mixed'] as const) {
  const sentences = visitorSentences.filter((text) => scriptOf(text) === script)
  const times: number[] = []
  const until = performance.now() + durationMs / 3
  for (let count = 0; performance.now() < until; count += 1) {
    const startedMs = performance.now()
    await encoders.embed({ text: sentences[count % sentences.length] ?? '', script })
    times.push(performance.now() - startedMs)
  }
  report(`embedding, ${script}`, times)
}
await encoders.close()
