// A page with one kind of setting: what there is as a table, and the button that adds one.
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApiErrorCode } from '../../../platform/api-result.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Table, type TableColumn } from '../../../ui/table.tsx'
import { NotLoaded } from '../not-loaded.tsx'
import { SettingsBody } from '../setting.tsx'

type SettingListPageProps<Row> = Readonly<{
  title: string
  lead: string
  add?: { readonly label: string; readonly act: () => void }
  code: ApiErrorCode | undefined
  onRetry: () => void
  /** undefined while it loads. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => number
  columns: readonly TableColumn<Row, string>[]
  empty?: ReactNode
  /** A word about all of it. */
  above?: ReactNode
  /** The open dialog. */
  children?: ReactNode
}>

export function SettingListPage<Row>(props: SettingListPageProps<Row>) {
  const { title, lead, add, code, onRetry, rows, rowKey, columns, empty, above, children } = props
  return (
    <SettingsBody
      title={title}
      lead={lead}
      actions={
        add && (
          <Button variant="primary" icon={Plus} disabled={rows === undefined} onClick={add.act}>
            {add.label}
          </Button>
        )
      }
    >
      {above}
      {code !== undefined && <NotLoaded code={code} onRetry={onRetry} />}
      {rows === undefined ? (
        code === undefined && <Skeleton shape="block" width="100%" height="200px" />
      ) : (
        <Table caption={title} columns={columns} rows={rows} rowKey={rowKey} empty={empty} />
      )}
      {children}
    </SettingsBody>
  )
}
