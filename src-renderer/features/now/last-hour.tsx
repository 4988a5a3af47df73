// The hour before, by the minute: one figure as bars, all of them as a table and as a file.
import type { NowAnswer, NowSample } from '#protocol/now-schemas.ts'
import { ChartColumn, Download, Table2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { BarChart } from '../../ui/bar-chart.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { hourBars, hourFields, type HourField } from './hour-bars.ts'
import { useNowFiles } from './use-now-files.ts'
import styles from './now.module.css'

export function LastHour({ answer }: Readonly<{ answer: NowAnswer }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const { saveHistory } = useNowFiles(answer)
  const [field, setField] = useState<HourField>('messages')
  const [isTable, setTable] = useState(false)
  const { samples } = answer.history
  return (
    <section className={styles.section} aria-labelledby="now-hour">
      <div className={styles.sectionHead}>
        <h2 id="now-hour" className={styles.sectionTitle}>
          {t('history.title')}
        </h2>
        <p className={styles.sectionLead}>{t('history.since', { at: format.stamp(answer.since, answer.at) })}</p>
        {!isTable && (
          <SegmentedControl
            label={t('history.choose')}
            segments={hourFields.map((value) => ({ value, label: t(`history.short.${value}`) }))}
            value={field}
            onValueChange={setField}
          />
        )}
        <IconButton
          size="small"
          icon={isTable ? ChartColumn : Table2}
          label={t(isTable ? 'history.asChart' : 'history.asTable')}
          onClick={() => setTable(!isTable)}
        />
        <IconButton
          size="small"
          icon={Download}
          label={t('csvOf', { title: t('history.title') })}
          onClick={saveHistory}
        />
      </div>
      {isTable ? <HourTable samples={samples} /> : <HourChart answer={answer} field={field} />}
    </section>
  )
}

function HourChart({ answer, field }: Readonly<{ answer: NowAnswer; field: HourField }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const value = (amount: number): string => (field === 'firstResponseMs' ? format.clock(amount) : format.number(amount))
  const { history, at } = answer
  if (history.samples.length === 0) return <p className={styles.nothing}>{t('history.empty')}</p>
  const bars = hourBars(history, field, at)
  const most = Math.max(0, ...bars.map((bar) => bar.value ?? 0))
  return (
    <BarChart
      label={t('history.drawn', { figure: t(`history.short.${field}`), most: value(most) })}
      format={value}
      bars={bars.map((bar) => ({
        key: bar.at,
        value: bar.value,
        told: t('history.told', {
          at: format.time(bar.at),
          value: bar.value === null ? t('unknown') : value(bar.value),
        }),
        tick: bar.hasTick ? format.time(bar.at) : undefined,
      }))}
    />
  )
}

function HourTable({ samples }: Readonly<{ samples: readonly NowSample[] }>) {
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const number = (value: number | null): string => (value === null ? t('unknown') : format.number(value))
  const columns: readonly TableColumn<NowSample, keyof NowSample>[] = [
    { id: 'at', title: t('history.at'), cell: ({ at }) => format.time(at) },
    { id: 'visitors', title: t('history.visitors'), numeric: true, cell: ({ visitors }) => number(visitors) },
    { id: 'waiting', title: t('history.waiting'), numeric: true, cell: ({ waiting }) => number(waiting) },
    { id: 'messages', title: t('history.messages'), numeric: true, cell: ({ messages }) => number(messages) },
    {
      id: 'firstResponseMs',
      title: t('history.short.firstResponseMs'),
      numeric: true,
      cell: ({ firstResponseMs }) => (firstResponseMs === null ? t('unknown') : format.clock(firstResponseMs)),
    },
    {
      id: 'acknowledgedMs',
      title: t('history.acknowledged'),
      numeric: true,
      cell: ({ acknowledgedMs }) => number(acknowledgedMs),
    },
    {
      id: 'connections',
      title: t('history.connections'),
      numeric: true,
      cell: ({ connections }) => number(connections),
    },
  ]
  return (
    <div className={styles.hourTable}>
      <Table
        caption={t('history.title')}
        columns={columns}
        rows={samples.toReversed()}
        rowKey={({ at }) => at}
        empty={t('history.empty')}
      />
    </div>
  )
}
