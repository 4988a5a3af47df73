// Quick replies: one's own and the shared ones, in folders; found, read, changed, copied, brought and taken along.
import { EVERYONE, NO_AGENT } from '#protocol'
import { mayDo } from '#protocol/permissions.ts'
import { ArrowDownUp, Download, Plus, Search, Upload } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useFormat } from '../../../i18n/use-format.ts'
import { useDesk, useSelf } from '../../../stores/desk.ts'
import { searchReplies, type Prepared, type Reply } from '../../../stores/replies/reply-search.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Button } from '../../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../ui/menu.tsx'
import { Select } from '../../../ui/select.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Tabs } from '../../../ui/tabs.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { NotLoaded } from '../not-loaded.tsx'
import { SettingsBody } from '../setting.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { NoReplies } from './no-replies.tsx'
import styles from './replies.module.css'
import { ReadDialog } from './read-dialog.tsx'
import { ReplyDialog, type Draft } from './reply-dialog.tsx'
import { toCsv, toJson } from './reply-files.ts'
import { titleForCopy } from './reply-rows.ts'
import { ReplyTable } from './reply-table.tsx'
import { saveText } from '../../../platform/save-text.ts'

type Whose = 'own' | 'shared'
type Open =
  | {
      readonly kind: 'reply'
      readonly row: Reply | undefined
      readonly shared: boolean
      readonly begin?: Partial<Draft>
    }
  | { readonly kind: 'read'; readonly row: Reply }
  | { readonly kind: 'import' }

/** Stands for all folders; no folder is called so, because names are trimmed. */
const ALL = ' '

const none = (): number => 0

export function RepliesPage() {
  const { t } = useTranslation('deskReplies')
  const { replies, session } = useDesk()
  const { role } = useSelf()
  const shelf = useStore(replies)
  const mayShare = mayDo(role, 'replies.share')
  const [whose, setWhose] = useState<Whose>(mayShare ? 'shared' : 'own')
  const [open, setOpen] = useState<Open>()
  const groups = useApi(useCallback(() => session.api.routing.groups.list(), [session])).value
  useEffect(() => void replies.reload(), [replies])

  const of = useMemo(() => {
    const shared = shelf.prepared.filter(({ reply }) => reply.owner === NO_AGENT)
    const own = shelf.prepared.filter(({ reply }) => reply.owner !== NO_AGENT)
    return { own, shared }
  }, [shelf])
  const rows = of[whose]
  const isShared = whose === 'shared'
  const mayWrite = !isShared || mayShare
  const folders = useFolders(rows)
  const close = (): void => setOpen(undefined)
  /** Opened as a new one with everything of the old, for whoever it becomes. */
  const copy = (row: Reply, shared: boolean): void => {
    const taken = new Set(of[shared ? 'shared' : 'own'].map(({ reply }) => reply.title))
    const title = titleForCopy(row.title, taken, (number) => t('copyOf', { title: row.title, number }))
    const { folder, text, file } = row
    // A shortcut belongs to one of an owner's only.
    const shortcut = shared === (row.owner === NO_AGENT) ? '' : row.shortcut
    const group = String(shared ? row.group : EVERYONE)
    setOpen({ kind: 'reply', row: undefined, shared, begin: { title, shortcut, folder, text, file, group } })
  }
  const panel =
    shelf.phase === 'loading' ? (
      <Skeleton shape="block" width="100%" height="200px" />
    ) : shelf.phase === 'failed' ? null : rows.length === 0 ? (
      <NoReplies
        shared={isShared}
        mayWrite={mayWrite}
        onAdd={() => setOpen({ kind: 'reply', row: undefined, shared: isShared })}
      />
    ) : (
      <>
        {isShared && !mayShare && <p className={styles.hint}>{t('sharedHint')}</p>}
        <Listed
          key={whose}
          rows={rows}
          folders={folders}
          table={(found) => (
            <ReplyTable
              rows={found}
              groups={groups ?? []}
              mayWrite={mayWrite}
              mayShare={mayShare}
              onOpen={(row) => setOpen(mayWrite ? { kind: 'reply', row, shared: isShared } : { kind: 'read', row })}
              onCopy={copy}
            />
          )}
        />
      </>
    )
  return (
    <SettingsBody
      title={t('title')}
      lead={t('lead')}
      actions={
        <div className={styles.actions}>
          <Transfer rows={rows} mayImport={mayWrite} whose={whose} onImport={() => setOpen({ kind: 'import' })} />
          {mayWrite && (
            <Button
              variant="primary"
              icon={Plus}
              disabled={shelf.phase !== 'ready'}
              onClick={() => setOpen({ kind: 'reply', row: undefined, shared: isShared })}
            >
              {t('add')}
            </Button>
          )}
        </div>
      }
    >
      {shelf.code !== undefined && <NotLoaded code={shelf.code} onRetry={() => void replies.reload()} />}
      <Tabs<Whose>
        label={t('tab.label')}
        value={whose}
        onValueChange={setWhose}
        panelClassName={styles.panel}
        tabs={(['own', 'shared'] as const).map((value) => ({
          value,
          label: t(`tab.${value}`),
          count: of[value].length,
          panel: value === whose ? panel : null,
        }))}
      />
      {open?.kind === 'reply' && (
        <ReplyDialog
          row={open.row}
          {...(open.begin && { begin: open.begin })}
          shared={open.shared}
          groups={groups ?? []}
          folders={folders}
          onClose={close}
        />
      )}
      {open?.kind === 'read' && <ReadDialog row={open.row} onCopy={() => copy(open.row, false)} onClose={close} />}
      {open?.kind === 'import' && <ImportDialog shared={isShared} onClose={close} />}
    </SettingsBody>
  )
}

const useFolders = (rows: readonly Prepared[]): readonly string[] => {
  const { i18n } = useTranslation()
  return useMemo(() => {
    const order = new Intl.Collator(i18n.language, { numeric: true })
    return [...new Set(rows.map(({ reply }) => reply.folder))].toSorted(
      (a, b) => Number(a === '') - Number(b === '') || order.compare(a, b),
    )
  }, [rows, i18n.language])
}

type ListedProps = Readonly<{
  rows: readonly Prepared[]
  folders: readonly string[]
  table: (found: readonly Reply[]) => React.ReactNode
}>

/** By folder and title, or by how well they fit what is looked for. */
function Listed({ rows, folders, table }: ListedProps) {
  const { t, i18n } = useTranslation('deskReplies')
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [folder, setFolder] = useState(ALL)
  const inFolder =
    folder === ALL || !folders.includes(folder) ? rows : rows.filter(({ reply }) => reply.folder === folder)
  const found = useMemo(() => {
    if (typed.trim() !== '')
      return searchReplies(inFolder, typed, none, inFolder.length).found.map(({ reply }) => reply)
    const order = new Intl.Collator(i18n.language, { numeric: true })
    const place = new Map(folders.map((name, index) => [name, index]))
    return inFolder
      .map(({ reply }) => reply)
      .toSorted(
        (a, b) =>
          (place.get(a.folder) ?? 0) - (place.get(b.folder) ?? 0) || order.compare(a.title, b.title) || a.id - b.id,
      )
  }, [inFolder, typed, folders, i18n.language])
  return (
    <>
      <div className={styles.bar}>
        <TextField
          label={t('find')}
          hideLabel
          type="search"
          icon={Search}
          placeholder={t('find')}
          className={styles.find}
          value={typed}
          onValueChange={setTyped}
        />
        {folders.length > 1 && (
          <Select
            label={t('folder.label')}
            hideLabel
            className={styles.folderSelect}
            options={[
              { value: ALL, label: t('folder.all') },
              ...folders.map((name) => ({
                value: name === '' ? NO_FOLDER : name,
                label: name === '' ? t('folder.none') : name,
              })),
            ]}
            value={folder === '' ? NO_FOLDER : folder}
            onValueChange={(next) => setFolder(next === NO_FOLDER ? '' : next)}
          />
        )}
        <span role="status" className={styles.hint}>
          {t('found', { count: found.length, shown: format.number(found.length) })}
        </span>
      </div>
      {found.length === 0 ? <p className={styles.nothing}>{t('nothingFound', { typed })}</p> : table(found)}
    </>
  )
}

/** Base UI takes an empty string for "nothing chosen yet"; names are trimmed. */
const NO_FOLDER = '  '

type TransferProps = Readonly<{
  rows: readonly Prepared[]
  mayImport: boolean
  whose: Whose
  onImport: () => void
}>

function Transfer({ rows, mayImport, whose, onImport }: TransferProps) {
  const { t } = useTranslation('deskReplies')
  const all = (): readonly Reply[] => rows.map(({ reply }) => reply)
  return (
    <Menu align="end" trigger={<Button icon={ArrowDownUp}>{t('transfer')}</Button>}>
      {mayImport && (
        <>
          <MenuItem icon={Upload} onSelect={onImport}>
            {t('import')}
          </MenuItem>
          <MenuSeparator />
        </>
      )}
      <MenuItem
        icon={Download}
        disabled={rows.length === 0}
        onSelect={() => saveText(`quick-replies-${whose}.csv`, 'text/csv', toCsv(all()))}
      >
        {t('exportCsv')}
      </MenuItem>
      <MenuItem
        icon={Download}
        disabled={rows.length === 0}
        onSelect={() => saveText(`quick-replies-${whose}.json`, 'application/json', toJson(all()))}
      >
        {t('exportJson')}
      </MenuItem>
    </Menu>
  )
}
