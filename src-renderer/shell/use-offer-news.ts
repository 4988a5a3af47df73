// Tells how offers ended: to the one who asked a colleague, and to the one whose offer went away under their eyes.
import type { OfferOver } from '#client/offer-table.ts'
import type { AgentId } from '#protocol'
import type { TFunction } from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../stores/desk.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { showToast } from '../ui/toasts.ts'

type News = { readonly title: string; readonly detail?: string }

/** Undefined: they did it themselves, or the conversation shows it. */
export function newsOf(
  t: TFunction<'deskOffers'>,
  { offer, why, note }: OfferOver,
  me: AgentId,
  names: { readonly visitor: string; readonly colleague: string },
): News | undefined {
  const { visitor, colleague } = names
  if (offer.from === me)
    switch (why) {
      case 'accepted':
        return { title: t('news.accepted', { name: colleague, visitor }) }
      case 'declined':
        return { title: t('news.declined', { name: colleague }), detail: note || t('news.kept', { visitor }) }
      case 'timed_out':
        return { title: t('news.noAnswer', { name: colleague }), detail: t('news.kept', { visitor }) }
      case 'unable':
        return { title: t('news.unable', { name: colleague }), detail: t('news.kept', { visitor }) }
      default:
        return undefined
    }
  switch (why) {
    case 'timed_out':
      return { title: t('news.passed', { visitor }) }
    case 'taken':
      return { title: t('news.taken', { visitor }) }
    case 'withdrawn':
      return { title: t('news.withdrawn', { name: colleague, visitor }) }
    default:
      return undefined
  }
}

export function useOfferNews(): void {
  const { t } = useTranslation('deskOffers')
  const { t: shell } = useTranslation('deskShell')
  const { client, self } = useDesk().session
  useEffect(
    () =>
      client.onOfferOver((over) => {
        const { conversations, agents } = client.state()
        const visitor = conversations.get(over.offer.conversation)?.summary.visitor
        const other = over.offer.from === self.id ? over.offer.agent : over.offer.from
        const news = newsOf(t, over, self.id, {
          visitor: visitor ? visitorNameOf(shell, visitor) : t('somebody'),
          colleague: agents.get(other)?.name ?? t('aColleague'),
        })
        if (news) showToast(news)
      }),
    [client, self.id, t, shell],
  )
}
