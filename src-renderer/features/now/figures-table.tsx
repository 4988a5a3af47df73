// A section of the page that is a table of its own: title, file, rows that hold still under the hand, and more of them when asked.
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Table, type TableColumn, type TableSort } from '../../ui/table.tsx'
import { useSteadyRows } from './use-steady-rows.ts'
import styles from './now.module.css'

/** Enough for most offices; a page of two hundred rows is no glance. */
const shownAtFirst = 8

export type FiguresTableProps<Row, Column extends string> = Readonly<{
  title: string
  lead: ReactNode
  columns: readonly TableColumn<Row, Column>[]
  rows: readonly Row[]
  keyOf: (row: Row) => number
  compare: (column: Column) => (one: Row, other: Row) => number
  first: TableSort<Column>
  empty: string
  onSave: () => void
}>

export function FiguresTable<Row, Column extends string>(props: FiguresTableProps<Row, Column>) {
  const { title, lead, columns, rows, keyOf, compare, first, empty, onSave } = props
  const { t } = useTranslation('deskNow')
  const format = useFormat()
  const [sort, setSort] = useState(first)
  const [isWhole, setWhole] = useState(false)
  const ascending = compare(sort.column)
  const live = rows.toSorted((one, other) =>
    sort.direction === 'ascending' ? ascending(one, other) : ascending(other, one),
  )
  const { rows: steady, hand } = useSteadyRows(live, keyOf, sort)
  const shown = isWhole ? steady : steady.slice(0, shownAtFirst)
  return (
    <section className={styles.section} {...hand}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        <p className={styles.sectionLead}>{lead}</p>
        <IconButton size="small" icon={Download} label={t('csvOf', { title })} onClick={onSave} />
      </div>
      <Table caption={title} columns={columns} rows={shown} rowKey={keyOf} sort={sort} onSort={setSort} empty={empty} />
      {shown.length < steady.length && (
        <Button variant="quiet" size="small" onClick={() => setWhole(true)}>
          {t('more', { count: steady.length - shown.length, shown: format.number(steady.length - shown.length) })}
        </Button>
      )}
    </section>
  )
}
