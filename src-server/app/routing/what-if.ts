// The what-if of an office: drafts are checked as if they were saved, then a day is lived once more with them. One at a time.
import { fail, type Result } from '../../protocol/index.ts'
import type { Answer, WhatIf } from '../../adapters/http/http-services.ts'
import { civilDay } from '../../core/hours/civil-day.ts'
import { isDate, isZone } from '../../core/settings/check-hours.ts'
import type { Journal } from '../../ports/journal.ts'
import type { DayQuestion, RunningWhatIf, WhatIfRunner } from '../../ports/what-if.ts'
import type { WhatIfQuestion, WhatIfReport } from '../../protocol/what-if-schemas.ts'
import { applyDrafts } from '../settings/apply-drafts.ts'
import { loadOffice } from '../settings/load-office.ts'

export type WhatIfParts = {
  readonly journal: Pick<Journal, 'settings' | 'agents'>
  readonly runner: WhatIfRunner
}

/** SPEC D8.7, D8.8, D9.22. */
export const createWhatIf = ({ journal, runner }: WhatIfParts): WhatIf => {
  let isBusy = false
  let running: RunningWhatIf | undefined

  const runAlone = async (question: DayQuestion, gone: AbortSignal): Promise<Result<WhatIfReport>> => {
    if (gone.aborted) return fail('what_if_cancelled')
    const mine = runner.start(question)
    running = mine
    gone.addEventListener('abort', mine.cancel)
    try {
      return await mine.result
    } finally {
      gone.removeEventListener('abort', mine.cancel)
      running = undefined
    }
  }

  const answer = async (
    { day, timeZone, drafts }: WhatIfQuestion,
    gone: AbortSignal,
  ): Promise<Answer<WhatIfReport>> => {
    if (!isZone(timeZone)) return fail('hours_zone_unknown')
    if (!isDate(day)) return fail('hours_date_wrong')
    const [before, office] = await Promise.all([journal.settings('routing.'), loadOffice(journal)])
    const after = applyDrafts(drafts, before, office)
    return after.ok ? runAlone({ ...civilDay(day, timeZone), before, after: after.value }, gone) : after
  }

  return {
    async run(question, gone) {
      if (isBusy) return fail('what_if_busy')
      isBusy = true
      try {
        return await answer(question, gone)
      } finally {
        isBusy = false
      }
    },
    cancel: () => running?.cancel(),
  }
}
