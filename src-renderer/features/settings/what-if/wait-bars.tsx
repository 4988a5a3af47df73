// How long half of the visitors waited, now and with the changes, as two bars a group. The table below has the numbers.
import type { WaitFigures, WhatIfReport } from '#protocol/what-if-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import styles from './what-if.module.css'

/** More than a screen of bars tells nothing that the table does not tell better. */
const MAX_GROUPS = 8
/** Waits of a second are no waits: they must not fill the width. */
const SHORTEST_SCALE_MS = 10_000

type Pair = Readonly<{ key: number; name: string; before: WaitFigures | null; after: WaitFigures | null }>

export function WaitBars({ report }: Readonly<{ report: WhatIfReport }>) {
  const { t } = useTranslation('deskWhatIf')
  const whole: Pair = { key: -1, name: t('whole'), before: report.before.whole, after: report.after.whole }
  const groups = report.groups.map(({ id, name, before, after }): Pair => ({
    key: id,
    name: name === '' ? t('everyone') : name,
    before,
    after,
  }))
  const pairs = groups.length > 1 ? [whole, ...groups.slice(0, MAX_GROUPS)] : [whole]
  const longestMs = Math.max(
    SHORTEST_SCALE_MS,
    ...pairs.flatMap(({ before, after }) => [before?.medianMs ?? 0, after?.medianMs ?? 0]),
  )
  return (
    <figure className={styles.chart} aria-label={t('chart')}>
      <figcaption className={styles.heading}>{t('chart')}</figcaption>
      {pairs.map(({ key, name, before, after }) => (
        <div key={key} className={styles.pair}>
          <bdi className={styles.pairName}>{name}</bdi>
          <div className={styles.bars}>
            <Bar label={t('now')} figures={before} longestMs={longestMs} />
            <Bar label={t('after')} figures={after} longestMs={longestMs} isAfter />
          </div>
        </div>
      ))}
    </figure>
  )
}

type BarProps = Readonly<{ label: string; figures: WaitFigures | null; longestMs: number; isAfter?: boolean }>

function Bar({ label, figures, longestMs, isAfter = false }: BarProps) {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  if (figures === null) return null
  const { medianMs } = figures
  const share = medianMs === null ? 1 : medianMs / longestMs
  return (
    <div className={styles.waitBar}>
      <span className={styles.track}>
        <span
          className={styles.fill}
          data-after={isAfter || undefined}
          data-never={medianMs === null || undefined}
          style={{ inlineSize: `${Math.max(0.5, share * 100)}%` }}
        />
      </span>
      <span className={styles.barValue}>
        {label} <span className="tabular">{medianMs === null ? t('never') : format.clock(medianMs)}</span>
      </span>
    </div>
  )
}
