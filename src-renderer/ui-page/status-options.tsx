// The four statuses as options of a select or a menu, each with its dot.
import { useTranslation } from 'react-i18next'
import type { SelectOption } from '../ui/select.tsx'
import { type AgentStatus, StatusDot } from '../ui/status-dot.tsx'

const statuses: readonly AgentStatus[] = ['online', 'busy', 'away', 'offline']

export function useStatusOptions(): readonly SelectOption<AgentStatus>[] {
  const { t } = useTranslation('ui')
  return statuses.map((value) => ({
    value,
    label: t(`status.${value}`),
    mark: <StatusDot status={value} silent />,
  }))
}
