// One save under way and what became of it: the words for a field, for the whole, and whether somebody else was faster.
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import type { ApiFailure, ApiResult, SettingFault } from '../../../platform/api-result.ts'
import { useErrorText } from '../../../stores/error-text.ts'

export type Save = {
  readonly isSaving: boolean
  readonly failure: ApiFailure | undefined
  /** @returns what was stored; undefined when it was refused. */
  readonly run: <T>(ask: () => Promise<ApiResult<T>>) => Promise<T | undefined>
  readonly forget: () => void
  /** In words, for one field; those of its parts (`members.3`) count too. */
  readonly at: (field: string) => string | undefined
  /** In words, for what belongs to none of these fields. */
  readonly elsewhere: (fields: readonly string[]) => string | undefined
}

const concerns = (fault: SettingFault, field: string): boolean =>
  fault.field === field || fault.field.startsWith(`${field}.`)

export function useSave(): Save {
  const { t } = useTranslation('deskRouting')
  const errorText = useErrorText()
  const format = useFormat()
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<ApiFailure>()
  const run = useCallback(async <T>(ask: () => Promise<ApiResult<T>>): Promise<T | undefined> => {
    setSaving(true)
    const answer = await ask()
    setSaving(false)
    setFailure(answer.ok ? undefined : answer)
    return answer.ok ? answer.value : undefined
  }, [])
  const words = ({ code, names }: SettingFault): string => {
    const named = names.map((name) => (name === '' ? t('everyone') : name))
    return named.length === 0
      ? errorText(code)
      : t('concerned', { what: errorText(code), names: format.list(named.map((name) => t('quoted', { name }))) })
  }
  return {
    isSaving,
    failure,
    run,
    forget: () => setFailure(undefined),
    at: (field) => {
      const found = failure?.faults?.find((fault) => concerns(fault, field))
      return found && words(found)
    },
    elsewhere: (fields) => {
      if (failure === undefined) return undefined
      if (failure.faults === undefined) return errorText(failure.code)
      const found = failure.faults.find((fault) => !fields.some((field) => concerns(fault, field)))
      return found && words(found)
    },
  }
}
