// The figures of this moment, asked for again and again while somebody looks.
import { limits } from '#protocol'
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { useEffect, useState } from 'react'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import { pollWhileVisible } from '../../platform/poll-while-visible.ts'
import { useDesk } from '../../stores/desk.ts'

export type NowFigures = {
  /** The last ones that came; they stay when later ones do not. */
  readonly answer: NowAnswer | undefined
  /** Why there are no newer ones. */
  readonly code: ApiErrorCode | undefined
}

/** Less than a second old while all is well (SPEC D8.12). */
export function useNowFigures(): NowFigures {
  const { api } = useDesk().session
  const [figures, setFigures] = useState<NowFigures>({ answer: undefined, code: undefined })
  useEffect(
    () =>
      pollWhileVisible({
        ask: (gone) => api.now(gone),
        heard: (result) =>
          setFigures((before) =>
            result.ok ? { answer: result.value, code: undefined } : { answer: before.answer, code: result.code },
          ),
        everyMs: limits.nowEveryMs,
        page: document,
        after: (delayMs, run) => {
          const timer = window.setTimeout(run, delayMs)
          return () => window.clearTimeout(timer)
        },
      }),
    [api],
  )
  return figures
}
