// That something reads otherwise than it was written, and since when, unless that is told beside it already.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'

export type EditedSignProps = Readonly<{
  /** ms since 1970. */
  at: number
  /** When it was written. */
  of: number
}>

export function EditedSign({ at, of }: EditedSignProps) {
  const { t } = useTranslation('ui')
  const format = useFormat()
  const isSameMinute = Math.floor(at / 60_000) === Math.floor(of / 60_000)
  return (
    <span title={t('message.edited', { at: format.dateTime(at) })}>
      {isSameMinute ? t('message.editedNow') : t('message.edited', { at: format.time(at) })}
    </span>
  )
}
