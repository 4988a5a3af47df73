// What is wrong with a field before anybody was asked, in words.
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Wrong } from './group-draft.ts'
import type { Bounds } from './typed-number.ts'

export function useBoundsText(): (bounds: Bounds) => string {
  const { t } = useTranslation('deskRouting')
  const format = useFormat()
  return ({ min, max }) => t('wrong.number', { min: format.number(min), max: format.number(max) })
}

export function useWrongText(): (wrong: Wrong) => string {
  const { t } = useTranslation('deskRouting')
  const boundsText = useBoundsText()
  return (wrong) => (wrong.why === 'number' ? boundsText(wrong.bounds) : t(`wrong.${wrong.why}`))
}
