// What puts a conversation before others who have waited longer, in words: shown beside its waiting time.
import { NO_AGENT } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'
import { useTranslation } from 'react-i18next'
import { standingOf } from './serving-order.ts'

export type QueueMark = { readonly brief: string; readonly whole: string }

export function useQueueMark(view: ConversationView): QueueMark | undefined {
  const { t } = useTranslation('deskShell')
  const { status, owner } = view.summary
  if (status !== 'open' || owner !== NO_AGENT) return undefined
  const { isFront, priority } = standingOf(view)
  if (isFront) return { brief: t('front.brief'), whole: t('front.whole') }
  if (priority === 0) return undefined
  return { brief: t('priority.brief', { priority }), whole: t('priority.whole', { priority }) }
}
