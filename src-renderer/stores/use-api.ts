// What a page asks the HTTP API for when it opens: the answer, or why not, and a way to ask again.
import { useCallback, useEffect, useState } from 'react'
import type { ApiErrorCode, ApiResult } from '../platform/api-result.ts'

export type Asked<T> = {
  readonly value: T | undefined
  readonly code: ApiErrorCode | undefined
  readonly reload: () => void
}

/** `ask` must be stable: wrap it in useCallback. */
export function useApi<T>(ask: () => Promise<ApiResult<T>>): Asked<T> {
  const [answer, setAnswer] = useState<{ value: T | undefined; code: ApiErrorCode | undefined }>({
    value: undefined,
    code: undefined,
  })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isWanted = true
    void ask().then((result) => {
      if (!isWanted) return
      // What was there stays on screen when a later round fails.
      setAnswer((before) =>
        result.ok ? { value: result.value, code: undefined } : { value: before.value, code: result.code },
      )
    })
    return () => {
      isWanted = false
    }
  }, [ask, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...answer, reload }
}
