// A table that sorts, and one with nothing in it.
import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Table, type TableColumn, type TableSort } from '../../ui/table.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import styles from './table-chapter.module.css'

type Row = Readonly<{ name: string; open: number; answered: number; firstMs: number; happy: number }>
type Column = 'agent' | 'open' | 'answered' | 'first' | 'happy'

export function TableChapter() {
  const { report, people } = useWords()
  const format = useFormat()
  const [sort, setSort] = useState<TableSort<Column>>({ column: 'answered', direction: 'descending' })
  const rows: readonly Row[] = [
    { name: people.colleague, open: 4, answered: 128, firstMs: 22_000, happy: 0.97 },
    { name: people.colleagueLatin, open: 11, answered: 96, firstMs: 61_000, happy: 0.9 },
    { name: people.long, open: 0, answered: 1204, firstMs: 8_000, happy: 1 },
  ]
  const columns: readonly TableColumn<Row, Column>[] = [
    {
      id: 'agent',
      title: report.agent,
      cell: agentCell,
    },
    { id: 'open', title: report.open, numeric: true, sortable: true, cell: ({ open }) => format.number(open) },
    {
      id: 'answered',
      title: report.answered,
      numeric: true,
      sortable: true,
      cell: (row) => format.number(row.answered),
    },
    { id: 'first', title: report.first, numeric: true, sortable: true, cell: ({ firstMs }) => format.clock(firstMs) },
    { id: 'happy', title: report.happy, numeric: true, sortable: true, cell: ({ happy }) => format.percent(happy) },
  ]
  const value = { agent: 'name', open: 'open', answered: 'answered', first: 'firstMs', happy: 'happy' } as const
  const sorted = rows.toSorted((a, b) => {
    const [left, right] = [a[value[sort.column]], b[value[sort.column]]]
    const order = left < right ? -1 : left > right ? 1 : 0
    return sort.direction === 'ascending' ? order : -order
  })
  return (
    <Specimens>
      <Specimen code="table · sort" layout="column" wide>
        <Table
          caption={report.caption}
          columns={columns}
          rows={sorted}
          rowKey={({ name }) => name}
          sort={sort}
          onSort={setSort}
        />
      </Specimen>
      <Specimen code="table · empty" layout="column" wide>
        <Table
          caption={`${report.caption} 0`}
          columns={columns}
          rows={[]}
          rowKey={({ name }) => name}
          empty={report.none}
        />
      </Specimen>
    </Specimens>
  )
}

const agentCell = ({ name }: Row) => (
  <span className={styles.agent}>
    <Avatar name={name} size={24} decorative />
    <bdi className="truncate" title={name}>
      {name}
    </bdi>
  </span>
)
