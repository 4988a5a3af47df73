// A filter's term in words: what stands on its chip and in the picker.
import { EVERYONE, NO_AGENT } from '#protocol'
import { CircleDot, Clock, Lightbulb, Tag, UserRound, UsersRound, type LucideIcon } from 'lucide-react'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useOffice } from '../../stores/desk.ts'
import type { FilterTerm } from '../../stores/inbox-query.ts'
import { groupNameIn, intentNameIn } from '../../stores/office-store.ts'

export const termIcons: Readonly<Record<FilterTerm['kind'], LucideIcon>> = {
  state: CircleDot,
  wait: Clock,
  tag: Tag,
  group: UsersRound,
  agent: UserRound,
  intent: Lightbulb,
}

export function useTermWords(): (term: FilterTerm) => string {
  const { t } = useTranslation('deskInbox')
  const agents = useClient((state) => state.agents)
  const groups = useOffice((office) => office.groups)
  const intents = useOffice((office) => office.intents)
  return useCallback(
    (term) => {
      switch (term.kind) {
        case 'state':
          return t(`filter.state.${term.value}`)
        case 'wait':
          return t('filter.waiting', { count: term.value })
        case 'tag':
          return term.value
        case 'group':
          return term.value === EVERYONE
            ? t('filter.everyone')
            : groupNameIn({ groups }, term.value) || t('filter.gone', { id: term.value })
        case 'agent':
          return term.value === NO_AGENT
            ? t('filter.nobody')
            : (agents.get(term.value)?.name ?? t('filter.gone', { id: term.value }))
        case 'intent':
          return intentNameIn({ intents }, term.value) || t('filter.gone', { id: term.value })
        default:
          return term satisfies never
      }
    },
    [t, agents, groups, intents],
  )
}
