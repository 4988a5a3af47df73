// What was said last in a conversation, in one line; undefined when nothing was said.
import type { LastMessage } from '#protocol'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

export type LastLine = (last: LastMessage | null | undefined) => string | undefined

/** The same function until the language changes. */
export function useLastLine(): LastLine {
  const { t } = useTranslation('deskInbox')
  return useCallback((last) => (last?.isRecalled ? t('row.recalled') : last?.preview), [t])
}
