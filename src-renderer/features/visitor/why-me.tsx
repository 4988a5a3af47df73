// "Why me?" answered from the journal: the rule in words, and for a routed conversation who else could have taken it.
import type { AgentId, ConversationId } from '#protocol'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient, useConversation } from '../../stores/desk.ts'
import { belongingOf, type Belonging, type Place } from './reason-words.ts'
import styles from './visitor.module.css'

export function WhyMe({ id }: Readonly<{ id: ConversationId }>) {
  const { t } = useTranslation('deskVisitor')
  const entries = useConversation(id)?.entries
  const belonging = useMemo(() => belongingOf(entries ?? []), [entries])
  const words = useBelongingWords()
  if (belonging === undefined || belonging.kind === 'queued') return null
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('why.title')}</h3>
      <p className={styles.why}>{words(belonging)}</p>
      {belonging.kind === 'routed' && belonging.place && <WhyGroup {...belonging} place={belonging.place} />}
      {belonging.kind === 'routed' && belonging.candidates.length > 0 && <Candidates {...belonging} />}
    </section>
  )
}

const rules = ['returning', 'fair_turn', 'two_choices', 'least_share', 'least_loaded'] as const
const isRule = (rule: string): rule is (typeof rules)[number] => rules.some((known) => known === rule)

type WhyGroupProps = Readonly<{ place: Place; intentConfidence: number }>

/** Which of the visitor's tags or words, or who, brought it to the group. */
function WhyGroup({ place, intentConfidence }: WhyGroupProps) {
  const { t } = useTranslation('deskVisitor')
  const format = useFormat()
  const { groupName: group, layer, rule } = place
  const share = format.percent(intentConfidence)
  if (layer === 'tag') return <p className={styles.why}>{t('why.group.tag', { group, rule })}</p>
  if (layer === 'intent') return <p className={styles.why}>{t('why.group.intent', { group, rule, share })}</p>
  return <p className={styles.why}>{t('why.group.other', { group })}</p>
}

function useBelongingWords(): (belonging: Exclude<Belonging, { kind: 'queued' }>) => string {
  const { t } = useTranslation('deskVisitor')
  const nameOf = useNameOf()
  return (belonging) => {
    const name = nameOf(belonging.agent)
    switch (belonging.kind) {
      case 'took':
        return belonging.byReply ? t('why.replied', { name }) : t('why.took', { name })
      case 'given':
        return t('why.given', { name, by: nameOf(belonging.by) })
      case 'transferred':
        return t('why.transferred', { name, by: nameOf(belonging.by) })
      case 'routed':
        return t(isRule(belonging.rule) ? `why.routed.${belonging.rule}` : 'why.routed.least_share', { name })
      default:
        return belonging satisfies never
    }
  }
}

function Candidates({ agent, candidates }: Extract<Belonging, { kind: 'routed' }>) {
  const { t } = useTranslation('deskVisitor')
  const nameOf = useNameOf()
  const format = useFormat()
  return (
    <ul className={styles.candidates} aria-label={t('why.candidates')}>
      {candidates.map((candidate) => (
        <li key={candidate.agent} className={styles.candidate} data-chosen={candidate.agent === agent || undefined}>
          <bdi className="truncate">{nameOf(candidate.agent)}</bdi>
          <span className="tabular">
            {t('why.loadOf', { load: format.number(candidate.load), capacity: format.number(candidate.capacity) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function useNameOf(): (agent: AgentId) => string {
  const { t } = useTranslation('deskVisitor')
  const agents = useClient((state) => state.agents)
  return (agent) => agents.get(agent)?.name ?? t('formerColleague')
}
