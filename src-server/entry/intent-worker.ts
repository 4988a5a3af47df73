// The intent thread: loads the models there are and answers what visitors seem to want.
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { createIntentEngine } from '../adapters/onnx/intent-engine.ts'
import type {
  FromIntentThread,
  IntentBirth,
  StopIntentThread,
  ToIntentThread,
} from '../adapters/onnx/intent-messages.ts'
import { openTextEncoders } from '../adapters/onnx/text-encoders.ts'

const tell = (message: FromIntentThread): void => parentPort?.postMessage(message)

/** A third of what anybody else gets of a core that is fought for: later, but not starved until it is taken for hanging. */
const NICENESS = 5
// Guessing what somebody wants must not hold up what somebody says. Linux means this thread by it, others the whole process.
if (process.platform === 'linux') setPriority(NICENESS)

// Messages that come earlier wait in the port.
const { modelDir } = workerData as IntentBirth
const encoders = await openTextEncoders(modelDir)
const { models, scripts, problems } = encoders
tell({ type: 'loaded', models, scripts, problems })
const engine = createIntentEngine(encoders, tell)
// Between two runs of a model: a thread that is ended within one takes the process along.
parentPort?.on('message', (message: ToIntentThread | StopIntentThread) =>
  message.type === 'stop' ? process.exit(0) : engine.take(message),
)
