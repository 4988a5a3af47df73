// A replayed day beside the same day with changes: the answer in a sentence, then bars, then every number in a table.
import type { DayFigures, WaitFigures, WhatIfReport } from '#protocol/what-if-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../i18n/use-format.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Table } from '../../../ui/table.tsx'
import { WaitBars } from './wait-bars.tsx'
import styles from './what-if.module.css'

type WhatIfResultProps = Readonly<{ day: string; report: WhatIfReport; isStale: boolean }>

export function WhatIfResult({ day, report, isStale }: WhatIfResultProps) {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  const { before, after, really } = report
  const headline = useHeadline(before.whole.medianMs, after.whole.medianMs)
  return (
    <section className={styles.section}>
      <h3 className="spoken">{t('result')}</h3>
      {isStale && <Banner tone="warning" title={t('stale')} />}
      <p className={styles.headline}>{headline}</p>
      <div className={styles.hint}>
        <p>{t('replayed', { count: report.arrivals, day: format.dateOf(day) })}</p>
        <p>
          {really.medianMs === null
            ? t('reallyNever')
            : t('really', { median: format.clock(really.medianMs), share: format.percent(really.withinMinute) })}
        </p>
      </div>
      <WaitBars report={report} />
      <Figures before={before} after={after} />
      <Groups report={report} />
      <Agents report={report} />
      <h4 className={styles.heading}>{t('limitsTitle')}</h4>
      <ul className={styles.limits}>
        {(['speed', 'presence', 'people', 'words', 'backlog'] as const).map((limit) => (
          <li key={limit}>{t(`limits.${limit}`)}</li>
        ))}
      </ul>
    </section>
  )
}

/** Less than this is luck and rounding. */
const NOTICED_MS = 500

function useHeadline(before: number | null, after: number | null): string {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  if (before === null && after === null) return t('headline.never')
  if (before === null) return t('headline.answered', { after: format.clock(after ?? 0) })
  if (after === null) return t('headline.unanswered', { before: format.clock(before) })
  const words = { before: format.clock(before), after: format.clock(after) }
  if (Math.abs(after - before) < NOTICED_MS || words.before === words.after) return t('headline.stays', words)
  return t(after < before ? 'headline.falls' : 'headline.rises', words)
}

type FigureRow = Readonly<{ id: keyof typeof figureNames; before: string; after: string; change: string }>
const figureNames = {
  median: 'figures.median',
  p90: 'figures.p90',
  longest: 'figures.longest',
  withinMinute: 'figures.withinMinute',
  unanswered: 'figures.unanswered',
  messages: 'figures.messages',
  fairness: 'figures.fairness',
} as const

const signed = (value: number, show: (size: number) => string): string =>
  `${value < 0 ? '−' : '+'}${show(Math.abs(value))}`

function useFigureRows(before: DayFigures, after: DayFigures): readonly FigureRow[] {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  const row = (
    id: FigureRow['id'],
    was: number | null,
    is: number | null,
    show: (value: number) => string,
    change = show,
  ): FigureRow => {
    const [from, to] = [was === null ? t('never') : show(was), is === null ? t('never') : show(is)]
    const difference = was === null || is === null ? '' : signed(is - was, change)
    return { id, before: from, after: to, change: from === to ? t('same') : difference }
  }
  const waitRow = (id: FigureRow['id'], of: (figures: WaitFigures) => number | null): FigureRow =>
    row(id, of(before.whole), of(after.whole), format.clock)
  const countRow = (id: FigureRow['id'], of: (figures: DayFigures) => number): FigureRow =>
    row(id, of(before), of(after), format.number)
  const points = (share: number): string => t('points', { points: format.number(Math.round(share * 100)) })
  const twoPlaces = (value: number): string => format.number(Math.round(value * 100) / 100)
  return [
    waitRow('median', ({ medianMs }) => medianMs),
    waitRow('p90', ({ p90Ms }) => p90Ms),
    waitRow('longest', ({ longestMs }) => longestMs),
    row('withinMinute', before.whole.withinMinute, after.whole.withinMinute, format.percent, points),
    countRow('unanswered', ({ whole }) => whole.arrivals - whole.answered),
    countRow('messages', ({ messages }) => messages),
    row('fairness', before.fairness, after.fairness, twoPlaces),
  ]
}

function Figures({ before, after }: Readonly<{ before: DayFigures; after: DayFigures }>) {
  const { t } = useTranslation('deskWhatIf')
  const rows = useFigureRows(before, after)
  return (
    <Table
      caption={t('result')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'figure', title: t('figure'), cell: ({ id }) => t(figureNames[id]) },
        { id: 'now', title: t('now'), numeric: true, width: '18%', cell: (row) => row.before },
        { id: 'after', title: t('after'), numeric: true, width: '20%', cell: (row) => row.after },
        { id: 'change', title: t('change'), numeric: true, width: '20%', cell: (row) => row.change },
      ]}
    />
  )
}

type GroupRow = WhatIfReport['groups'][number]

function Groups({ report }: Readonly<{ report: WhatIfReport }>) {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  const wait = (ms: number | null): string => (ms === null ? t('never') : format.clock(ms))
  /** One value where nothing changes. */
  const both = (row: GroupRow, show: (figures: WaitFigures) => string): string => {
    const [was, is] = [row.before === null ? '–' : show(row.before), row.after === null ? '–' : show(row.after)]
    return was === is ? was : t('fromTo', { was, is })
  }
  const columnOf = (
    id: 'visitors' | 'median' | 'p90' | 'longest' | 'minute',
    show: (figures: WaitFigures) => string,
  ) => ({
    id,
    title: t(`byGroup.${id}`),
    numeric: true,
    cell: (row: GroupRow) => both(row, show),
  })
  return (
    <>
      <h4 className={styles.heading}>{t('groups')}</h4>
      <p className={styles.hint}>{t('groupsHint')}</p>
      <Table
        caption={t('groups')}
        rows={report.groups}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'group',
            title: t('group'),
            cell: ({ name }) => <bdi className={styles.breakable}>{name === '' ? t('everyone') : name}</bdi>,
          },
          columnOf('visitors', ({ arrivals }) => format.number(arrivals)),
          columnOf('median', ({ medianMs }) => wait(medianMs)),
          columnOf('p90', ({ p90Ms }) => wait(p90Ms)),
          columnOf('longest', ({ longestMs }) => wait(longestMs)),
          columnOf('minute', ({ withinMinute }) => format.percent(withinMinute)),
        ]}
      />
    </>
  )
}

function Agents({ report }: Readonly<{ report: WhatIfReport }>) {
  const { t } = useTranslation('deskWhatIf')
  const format = useFormat()
  return (
    <>
      <h4 className={styles.heading}>{t('agents')}</h4>
      <Table
        caption={t('agents')}
        rows={report.agents}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'who',
            title: t('colleague'),
            cell: ({ name }) => <bdi className={styles.breakable}>{name}</bdi>,
          },
          { id: 'now', title: t('now'), numeric: true, width: '18%', cell: ({ before }) => format.number(before) },
          { id: 'after', title: t('after'), numeric: true, width: '20%', cell: ({ after }) => format.number(after) },
          {
            id: 'change',
            title: t('change'),
            numeric: true,
            width: '20%',
            cell: ({ before, after }) => (before === after ? t('same') : signed(after - before, format.number)),
          },
        ]}
      />
    </>
  )
}
