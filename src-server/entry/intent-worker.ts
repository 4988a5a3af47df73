// The intent thread: loads the models there are and answers what visitors seem to want.
import { parentPort, workerData } from 'node:worker_threads'
import { createIntentEngine } from '../adapters/onnx/intent-engine.ts'
import type { FromIntentThread, IntentBirth, ToIntentThread } from '../adapters/onnx/intent-messages.ts'
import { openTextEncoders } from '../adapters/onnx/text-encoders.ts'

const tell = (message: FromIntentThread): void => parentPort?.postMessage(message)

// Messages that come earlier wait in the port.
const { modelDir } = workerData as IntentBirth
const encoders = await openTextEncoders(modelDir)
tell({ type: 'loaded', models: encoders.models, problems: encoders.problems })
const engine = createIntentEngine(encoders, tell)
parentPort?.on('message', (message: ToIntentThread) => engine.take(message))
