// Rows of figures and words. Numbers line up at the end; the head stays while rows scroll; a column may sort.
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './table.module.css'

export type TableSort<Column extends string> = Readonly<{ column: Column; direction: 'ascending' | 'descending' }>

export type TableColumn<Row, Column extends string> = Readonly<{
  id: Column
  title: string
  cell: (row: Row) => ReactNode
  /** Numbers: aligned at the end, tabular figures. */
  numeric?: boolean | undefined
  sortable?: boolean | undefined
  /** A CSS width; columns without one share what is left. */
  width?: string | undefined
}>

export type TableProps<Row, Column extends string> = Readonly<{
  /** Names the table for screen readers. */
  caption: string
  columns: readonly TableColumn<Row, Column>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string | number
  sort?: TableSort<Column> | undefined
  onSort?: ((sort: TableSort<Column>) => void) | undefined
  /** Instead of rows when there are none; an EmptyState or a sentence. */
  empty?: ReactNode | undefined
}>

export function Table<Row, Column extends string>(props: TableProps<Row, Column>) {
  const { caption, columns, rows, rowKey, sort, onSort, empty } = props
  const { t } = useTranslation('ui')
  return (
    // Scrollable by keyboard, as a wide table must be.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scroll container needs the focus for arrow keys
    <div className={styles.scroller} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={styles.row}>
              {columns.map((column) => (
                <td key={column.id} className={classNames(styles.cell, column.numeric && styles.numeric)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={columns.length} className={styles.empty}>
                {empty ?? t('table.empty')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function Head<Row, Column extends string>(
  props: Readonly<{ column: TableColumn<Row, Column> }> & Pick<TableProps<Row, Column>, 'sort' | 'onSort'>,
) {
  const { column, sort, onSort } = props
  const { t } = useTranslation('ui')
  const direction = sort?.column === column.id ? sort.direction : undefined
  const next = direction === 'descending' ? 'ascending' : 'descending'
  const canSort = column.sortable === true && onSort !== undefined
  const hint = next === 'ascending' ? 'table.sortAscending' : 'table.sortDescending'
  return (
    <th
      scope="col"
      aria-sort={canSort ? (direction ?? 'none') : undefined}
      style={{ inlineSize: column.width }}
      className={classNames(styles.head, column.numeric && styles.numeric)}
    >
      {canSort ? (
        <button
          type="button"
          className={styles.sort}
          title={t(hint, { column: column.title })}
          onClick={() => onSort({ column: column.id, direction: next })}
        >
          {column.title}
          <span className={styles.arrow}>
            {direction !== undefined && <Icon of={direction === 'ascending' ? ArrowUp : ArrowDown} />}
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  )
}
