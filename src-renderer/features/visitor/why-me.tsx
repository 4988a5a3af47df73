// "Why me?" answered from the journal: the rule in words, and for a routed conversation who else could have taken it.
import type { AgentId, ConversationId } from '#protocol'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { useClient, useConversation } from '../../stores/desk.ts'
import { belongingOf, type Belonging } from './reason-words.ts'
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
      {belonging.kind === 'routed' && belonging.candidates.length > 0 && <Candidates {...belonging} />}
    </section>
  )
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
        return belonging.layer === 'load' ? t('why.load', { name }) : t('why.rule', { name, rule: belonging.rule })
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
