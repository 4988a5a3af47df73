// Blocks in words, for the panel and the settings alike: for how long one may be made, until when and by whom one is, who may take it back.
import { limits } from '#protocol'
import type { Block } from '#protocol/block-schemas.ts'
import { mayDo } from '#protocol/permissions.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useClient, useSelf } from './desk.ts'
import { useMinute } from './now-store.ts'

const HOUR_MS = 3_600_000

export const blockTerms = ['hour', 'day', 'month', 'ever'] as const
export type BlockTerm = (typeof blockTerms)[number]

/** Null: until it is taken back. */
export const termMs: Readonly<Record<BlockTerm, number | null>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  month: limits.maxAgentBlockMs,
  ever: null,
}

export function useBlockTerms(): readonly { readonly value: BlockTerm; readonly label: string }[] {
  const { t } = useTranslation('deskBlocks')
  const { role } = useSelf()
  return blockTerms
    .filter((term) => termMs[term] !== null || mayDo(role, 'blocks.lead'))
    .map((value) => ({ value, label: t(`term.${value}`) }))
}

export function useBlockWords() {
  const { t } = useTranslation('deskBlocks')
  const format = useFormat()
  const now = useMinute()
  const self = useSelf()
  const agents = useClient((state) => state.agents)
  const isToday = (at: number): boolean => new Date(at).toDateString() === new Date(now).toDateString()
  const time = (at: number): string =>
    isToday(at) ? format.time(at) : t('dateTime', { date: format.stamp(at, now), time: format.time(at) })
  return {
    isOver: ({ until }: Block): boolean => until !== null && until <= now,
    until: ({ until }: Block): string => (until === null ? t('ever') : t('until', { time: time(until) })),
    since: ({ at }: Block): string => time(at),
    by: ({ by }: Block): string => agents.get(by)?.name ?? t('formerColleague'),
    mayUnblock: ({ by, visitor }: Block): boolean =>
      mayDo(self.role, 'blocks.lead') || (visitor !== 0 && by === self.id),
  }
}
