// What went wrong, in a person's words: what happened, what is safe, what to do.
import { useTranslation } from 'react-i18next'
import type { ApiErrorCode } from '../platform/api-result.ts'

export function useErrorText(): (code: ApiErrorCode) => string {
  const { t } = useTranslation('deskErrors')
  return (code) => t(`code.${code}`)
}
