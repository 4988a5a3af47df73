// Loaded into a server's own process before the server: an intent thread beside it, asked from the gateway's thread at a fixed rate
// while the bench wants it. SIGUSR2 begins and ends the asking. What the server itself knows of intents plays no part.
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { createIntentClassifier } from '../../src-server/adapters/onnx/intent-classifier.ts'
import { startIntentThread } from '../../src-server/adapters/onnx/intent-thread.ts'
import { createSystemClock } from '../../src-server/adapters/system/system-clock.ts'
import { someIntents, visitorSentences } from '../intents/visitor-sentences.ts'
import { latencyLine } from './latency-line.ts'

const start = async (): Promise<void> => {
  const rate = Number(process.env['FRONTDESK_BENCH_SENTENCES'])
  const classifier = createIntentClassifier({
    modelDir: join(import.meta.dirname, '../../models'),
    clock: createSystemClock(),
    logger: { debug: () => undefined, info: () => undefined, warn: console.warn, error: console.error },
    metrics: { count: () => undefined, gauge: () => undefined, observe: () => undefined },
    start: startIntentThread,
    stopwatch: () => performance.now(),
  })
  await classifier.train(someIntents(80))

  let asking: NodeJS.Timeout | undefined
  let times: number[] = []

  const begin = (): void => {
    const beganMs = performance.now()
    let asked = 0
    times = []
    asking = setInterval(() => {
      for (const due = ((performance.now() - beganMs) * rate) / 1_000; asked < due; asked += 1)
        void classifier
          .classify([visitorSentences[asked % visitorSentences.length] ?? ''], null)
          .then(({ tookMicros }) => times.push(tookMicros / 1_000))
    }, 2)
  }

  process.once('SIGTERM', () => void classifier.close())
  process.on('SIGUSR2', () => {
    if (!asking) return begin()
    clearInterval(asking)
    asking = undefined
    console.log(latencyLine(`  sentences beside it (${times.length})`, times))
  })
}

// Worker threads load it as well.
if (isMainThread) await start()
