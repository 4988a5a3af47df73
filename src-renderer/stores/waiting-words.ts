// What colleagues must know of a conversation that nobody has: whether it is a message left outside hours, for whom it waits, and how
// urgent it is. In words, so that no colour has to be read.
import { EVERYONE, NO_AGENT, type GroupId } from '#protocol'
import type { ConversationView } from '#client/client-state.ts'
import { useTranslation } from 'react-i18next'

/** Empty when there is nothing to add. `brief`: for a row, where the visitor's own words have to find room too. */
export function useWaitingWords(
  { summary, place }: Pick<ConversationView, 'summary' | 'place'>,
  groupName: (group: GroupId) => string,
  length: 'brief' | 'whole',
): string {
  const { t } = useTranslation('deskShell')
  const { status, owner, placed } = summary
  if (status !== 'open' || owner !== NO_AGENT) return ''
  const { state } = place ?? {}
  const left = state === 'closed' || state === 'full' ? t(`left.${length === 'brief' ? 'closed' : state}`) : ''
  // A row shows it beside the waiting time.
  const isUrgent = length === 'whole' && placed !== undefined && placed.priority > 0
  const priority = isUrgent ? t('priority.whole', { priority: placed.priority }) : ''
  return [left, groupName(placed?.group ?? EVERYONE), priority].filter((part) => part !== '').join(' · ')
}
