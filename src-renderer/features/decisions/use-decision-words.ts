// A routing decision in words: what happened, by what, and why a colleague was not chosen. Knows no screen.
import { NO_AGENT, type AgentId } from '#protocol'
import type { DecisionCandidate, DecisionList, DecisionWhy, RoutingDecisionRow } from '#protocol/decision-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { languageName } from './visitor-language.ts'

export type DecisionWords = {
  readonly name: (agent: AgentId) => string
  readonly headline: (row: RoutingDecisionRow) => string
  /** By what, how sure, how long it took. */
  readonly facts: (row: RoutingDecisionRow) => readonly string[]
  /** In a table's cell. */
  readonly short: (candidate: DecisionCandidate) => string
  /** "Why not her", as a sentence. */
  readonly why: (row: RoutingDecisionRow, agent: AgentId) => string
}

const rules = ['returning', 'fair_turn', 'two_choices'] as const
const losses = ['agent_gone', 'no_reply', 'agent_deactivated'] as const
const oneOf = <Known extends string>(list: readonly Known[], value: string): Known | undefined =>
  list.find((known) => known === value)

type Names = Pick<DecisionList, 'agents'> & { readonly visitorLocale: string }

export function useDecisionWords({ agents, visitorLocale }: Names): DecisionWords {
  const { t, i18n } = useTranslation('deskDecisions')
  const format = useFormat()
  const name = (agent: AgentId): string => agents.find(({ id }) => id === agent)?.name ?? t('formerColleague')
  const language = languageName(visitorLocale, i18n.language) ?? t('theirLanguage')
  const named = (it: { readonly name: string | null; readonly before: string }, unnamed: string): string =>
    it.name ?? (it.before === '' ? unnamed : t('gone', { name: it.before }))
  const groupOf = ({ group }: RoutingDecisionRow): string => (group ? named(group, t('unnamed')) : t('everyone'))
  const intentOf = ({ intent }: RoutingDecisionRow): string => (intent ? named(intent, t('unnamedIntent')) : '')
  const weightOf = (candidate: DecisionCandidate | undefined): string =>
    candidate?.weight === null || candidate?.weight === undefined ? '–' : format.number(rounded(candidate.weight))

  const queued = (row: RoutingDecisionRow): string => {
    const group = groupOf(row)
    const by = name(row.by.id as AgentId)
    if (row.by.kind === 'agent') return row.group ? t('queued.moved', { by, group }) : t('queued.movedEveryone', { by })
    if (row.tag) return t('queued.tag', { group, tag: row.tag.pattern })
    if (row.layer === 'intent') return t('queued.intent', { group, intent: intentOf(row) })
    return row.group ? t('queued.other', { group }) : t('queued.everyone')
  }
  const released = (row: RoutingDecisionRow): string => {
    const by = name(row.by.id as AgentId)
    const previous = name(row.previous)
    const loss = oneOf(losses, row.rule)
    if (loss) return t(`released.${loss}`, { previous })
    if (row.by.kind !== 'agent') return t('released.other', { previous })
    if (row.rule !== 'moved') return t('released.putBack', { by })
    return row.group
      ? t('released.moved', { by, previous, group: groupOf(row) })
      : t('released.movedEveryone', { by, previous })
  }
  const assigned = (row: RoutingDecisionRow): string => {
    const who = name(row.agent)
    if (row.others === 'by_hand') {
      if (row.by.kind !== 'agent') return t('assigned.byHand', { name: who })
      if (row.by.id !== row.agent) return t('assigned.gave', { name: who, by: name(row.by.id as AgentId) })
      return t(row.rule === 'reply' ? 'assigned.replied' : 'assigned.took', { name: who })
    }
    return t(`assigned.${oneOf(rules, row.rule) ?? 'least_share'}`, { name: who })
  }

  const headline = (row: RoutingDecisionRow): string => {
    switch (row.kind) {
      case 'queued':
        return queued(row)
      case 'released':
        return released(row)
      case 'assigned':
        return assigned(row)
      case 'transferred': {
        const words = { by: name(row.by.id as AgentId), previous: name(row.previous), name: name(row.agent) }
        if (row.by.id === row.agent) return t('tookOver', words)
        return row.previous === NO_AGENT ? t('transferredFromQueue', words) : t('transferred', words)
      }
      default:
        return row.kind satisfies never
    }
  }

  const understood = (row: RoutingDecisionRow): readonly string[] => {
    const share = format.percent(row.confidence)
    if (row.intent) return [t('sure', { share, intent: intentOf(row) })]
    return row.confidence > 0 ? [t('notUnderstood', { share })] : []
  }

  const facts = (row: RoutingDecisionRow): readonly string[] => [
    ...layerOf(row).map((layer) => t(`layer.${layer}`)),
    ...(row.group && row.kind === 'assigned' ? [t('inGroup', { group: groupOf(row) })] : []),
    ...(row.layer === 'manual' ? [] : understood(row)),
    ...(row.tag?.isGone ? [t('ruleGone')] : []),
    ...(row.tookMicros === null ? [] : [t('micros', { count: format.number(row.tookMicros) as never })]),
  ]

  const why = (row: RoutingDecisionRow, agent: AgentId): string => {
    const found = row.candidates.find((candidate) => candidate.agent === agent)
    const code: DecisionWhy | null = agent === row.agent ? 'chosen' : (found?.why ?? row.others)
    if (code === null) return t('why.nobodyChosen')
    const chosen = row.candidates.find((candidate) => candidate.why === 'chosen')
    return t(`why.${code}`, {
      name: name(agent),
      chosen: name(row.agent),
      group: groupOf(row),
      language,
      load: format.number(found?.load ?? 0),
      capacity: format.number(found?.capacity ?? 0),
      weight: weightOf(found),
      chosenWeight: weightOf(chosen),
      count: row.candidates.length,
    })
  }

  const short = (candidate: DecisionCandidate): string =>
    t(`short.${candidate.why}`, { language, weight: weightOf(candidate) })

  return { name, headline, facts, short, why }
}

type Layer = RoutingDecisionRow['layer'] | 'desk'

/** By what it was decided; where the headline says all there is to say, nothing. */
const layerOf = ({ kind, by, layer }: RoutingDecisionRow): readonly Layer[] => {
  if (kind === 'released' && by.kind !== 'agent') return ['desk']
  return kind === 'queued' && (layer === 'weight' || layer === 'load') ? [] : [layer]
}

/** A weight is a guess from measured times: two places are more than it knows. */
export const rounded = (weight: number): number => Math.round(weight * 100) / 100
