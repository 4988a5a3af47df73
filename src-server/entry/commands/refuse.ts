// How a one-off command ends that could not be done: why, in both languages, and exit code 1.
import { StoreOpenError } from '../../adapters/sqlite/store-open-error.ts'
import type { BilingualText } from '../../app/start/bilingual-text.ts'
import { storeFailure } from '../../app/start/start-failure.ts'
import { tellProblem } from './terminal.ts'

export const refuse = (problem: BilingualText): void => {
  tellProblem(problem)
  process.exitCode = 1
}

/** For what was thrown on the way. */
export const refuseFor = (error: unknown): void => {
  if (error instanceof StoreOpenError) return refuse(storeFailure(error).text)
  const detail = error instanceof Error ? error.message : String(error)
  refuse({ en: `That did not work: ${detail}`, zh: `没有完成：${detail}` })
}
