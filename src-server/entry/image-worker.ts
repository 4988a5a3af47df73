// The image thread: looks at uploaded files one after another.
import { parentPort } from 'node:worker_threads'
import { inspectFile } from '../adapters/image/inspect-file.ts'
import type { InspectionRequest } from '../adapters/image/inspection.ts'

parentPort?.on('message', (request: InspectionRequest) => {
  void inspectFile(request).then((inspection) => parentPort?.postMessage(inspection))
})
