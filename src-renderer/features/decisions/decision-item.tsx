// One routing decision: when, what, by what, who was compared, and the answer to "why not her" when she was picked.
import type { AgentId } from '#protocol'
import type { DecisionCandidate, RoutingDecisionRow } from '#protocol/decision-schemas.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { rounded, type DecisionWords } from './use-decision-words.ts'
import styles from './decisions.module.css'

type DecisionItemProps = Readonly<{ row: RoutingDecisionRow; picked: AgentId | undefined; words: DecisionWords }>

export function DecisionItem({ row, picked, words }: DecisionItemProps) {
  const { t } = useTranslation('deskDecisions')
  const format = useFormat()
  const facts = words.facts(row)
  return (
    <li className={styles.item}>
      <p className={styles.headline}>
        <time className={styles.time} dateTime={new Date(row.at).toISOString()}>
          {format.dateTime(row.at)}
        </time>
        <span className={styles.what}>{words.headline(row)}</span>
      </p>
      {facts.length > 0 && <p className={styles.facts}>{facts.join(' · ')}</p>}
      {row.note !== '' && <p className={styles.facts}>{t('note', { note: row.note })}</p>}
      {picked !== undefined && <p className={styles.why}>{words.why(row, picked)}</p>}
      {row.candidates.length > 0 && <Candidates row={row} picked={picked} words={words} />}
    </li>
  )
}

/** An office of two hundred is asked about in full; what is shown at first is who came near. */
const SHOWN_AT_FIRST = 6

function Candidates({ row, picked, words }: DecisionItemProps) {
  const { t } = useTranslation('deskDecisions')
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const { candidates } = row
  const shown = isWhole
    ? candidates
    : candidates.filter(({ agent }, index) => index < SHOWN_AT_FIRST || agent === picked)
  const columns: readonly TableColumn<DecisionCandidate, 'who' | 'load' | 'weight' | 'why'>[] = [
    {
      id: 'who',
      title: t('table.colleague'),
      cell: ({ agent, why }) => (
        <bdi
          className={styles.who}
          data-chosen={why === 'chosen' || undefined}
          data-picked={agent === picked || undefined}
        >
          {words.name(agent)}
        </bdi>
      ),
    },
    {
      id: 'load',
      title: t('table.load'),
      numeric: true,
      width: '16%',
      cell: ({ load, capacity }) => t('loadOf', { load: format.number(load), capacity: format.number(capacity) }),
    },
    {
      id: 'weight',
      title: t('table.weight'),
      numeric: true,
      width: '14%',
      cell: ({ weight }) => (weight === null ? '–' : format.number(rounded(weight))),
    },
    { id: 'why', title: t('table.outcome'), width: '38%', cell: (candidate) => words.short(candidate) },
  ]
  return (
    <div className={styles.candidates}>
      <Table
        caption={t('table.caption', { name: words.name(row.agent) })}
        columns={columns}
        rows={shown}
        rowKey={({ agent }) => agent}
      />
      {shown.length < candidates.length && (
        <div>
          <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
            {t('more', { count: candidates.length })}
          </Button>
        </div>
      )}
    </div>
  )
}
