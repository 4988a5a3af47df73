// How a visitor is called on every screen: the name the shop told, or a number that stays the same.
import type { VisitorProfile } from '#protocol'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

type Named = Pick<VisitorProfile, 'id' | 'name'>

export const visitorNameOf = (t: TFunction<'deskShell'>, { id, name }: Named): string =>
  name.trim() === '' ? t('visitorNumber', { id }) : name

export function useVisitorName(): (visitor: Named) => string {
  const { t } = useTranslation('deskShell')
  return (visitor) => visitorNameOf(t, visitor)
}
