// One quick reply: its names, its text with variables, a file, and how the visitor reads it.
import { EVERYONE, limits, NO_AGENT, type FileRef, type GroupId } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import type { QuickReplyWish } from '#protocol/reply-schemas.ts'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf } from '../../../stores/desk.ts'
import { useMinute } from '../../../stores/now-store.ts'
import type { Reply } from '../../../stores/replies/reply-search.ts'
import { chineseNames, fillIn, variableNames, type VariableName } from '../../../stores/replies/reply-variables.ts'
import { Button } from '../../../ui/button.tsx'
import { ReplyText } from '../../../ui/reply-text.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { GroupSelect } from '../routing/group-select.tsx'
import { SettingDialog } from '../routing/setting-dialog.tsx'
import { useEdit } from '../routing/use-edit.ts'
import { ReplyFile } from './reply-file.tsx'
import styles from './replies.module.css'
import { rowsOf } from './reply-rows.ts'

type ReplyDialogProps = Readonly<{
  row: Reply | undefined
  /** What a new one begins with. */
  begin?: Partial<Draft>
  shared: boolean
  groups: readonly GroupRow[]
  folders: readonly string[]
  onClose: () => void
}>

export type Draft = {
  readonly title: string
  readonly shortcut: string
  readonly folder: string
  readonly text: string
  readonly group: string
  readonly file: FileRef | null
}

const wordOf: Readonly<Record<VariableName, 'visitorName' | 'agentName' | 'order' | 'pageTitle' | 'pageUrl' | 'date'>> =
  {
    'visitor.name': 'visitorName',
    'agent.name': 'agentName',
    order: 'order',
    'page.title': 'pageTitle',
    'page.url': 'pageUrl',
    date: 'date',
  }

const parse = ({ title, shortcut, folder, text, group, file }: Draft): QuickReplyWish | undefined =>
  title.trim() === '' || (text.trim() === '' && file === null)
    ? undefined
    : { title, shortcut, folder, text, group: Number(group) as GroupId, file: file?.key ?? null }

export function ReplyDialog({ row, begin, shared, groups, folders, onClose }: ReplyDialogProps) {
  const { t } = useTranslation('deskReplies')
  const { session, replies } = useDesk()
  const folderList = useId()
  const [isUploading, setUploading] = useState(false)
  const edit = useEdit({
    rows: rowsOf(session.api.replies, replies, shared),
    row,
    draftOf: (from: Reply | undefined): Draft => ({
      title: from?.title ?? begin?.title ?? '',
      shortcut: from?.shortcut ?? begin?.shortcut ?? '',
      folder: from?.folder ?? begin?.folder ?? '',
      text: from?.text ?? begin?.text ?? '',
      group: String(from?.group ?? begin?.group ?? EVERYONE),
      file: from ? from.file : (begin?.file ?? null),
    }),
    parse,
    onDone: () => void replies.reload(),
    onClose,
  })
  const { draft, change, save, misses } = edit
  const isTried = misses > 0
  return (
    <SettingDialog
      title={row ? row.title : t('add')}
      size="large"
      {...edit}
      isDirty={(edit.isDirty || (row === undefined && begin?.title !== undefined)) && !isUploading}
      fields={['title', 'shortcut', 'folder', 'text', 'group', 'file']}
      onClose={onClose}
      {...(row && {
        remove: {
          label: t('remove'),
          question: t('removeTitle', { title: row.title }),
          body: row.owner === NO_AGENT ? t('removeBody') : t('removeOwnBody'),
          act: edit.onRemove,
        },
      })}
    >
      <div className={styles.pair}>
        <TextField
          label={t('field.title')}
          description={t('field.titleHint')}
          maxLength={limits.maxNameLength}
          autoComplete="off"
          value={draft.title}
          onValueChange={(title) => change({ title })}
          error={isTried && draft.title.trim() === '' ? t('field.titleMissing') : save.at('title')}
        />
        <TextField
          label={t('field.shortcut')}
          description={t('field.shortcutHint')}
          optional
          maxLength={limits.maxReplyShortcutLength}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          icon={undefined}
          value={draft.shortcut}
          onValueChange={(shortcut) => change({ shortcut: shortcut.replace(/^[/／]/u, '') })}
          error={save.at('shortcut')}
        />
      </div>
      <ReplyWords
        draft={draft}
        change={change}
        error={isTried && draft.text.trim() === '' && draft.file === null ? t('field.textMissing') : save.at('text')}
      />
      <ReplyFile
        file={draft.file}
        onChange={(file) => change({ file })}
        onBusy={setUploading}
        problem={save.at('file')}
      />
      <div className={styles.pair}>
        <TextField
          label={t('folder.label')}
          description={t('field.folderHint')}
          optional
          list={folderList}
          maxLength={limits.maxReplyFolderLength}
          autoComplete="off"
          value={draft.folder}
          onValueChange={(folder) => change({ folder })}
          error={save.at('folder')}
        />
        <datalist id={folderList}>
          {folders.map((folder) => (
            <option key={folder} value={folder} />
          ))}
        </datalist>
        {shared && (
          <GroupSelect
            label={t('field.group')}
            groups={groups}
            value={draft.group}
            onValueChange={(group) => change({ group })}
            error={save.at('group')}
          />
        )}
      </div>
    </SettingDialog>
  )
}

type ReplyWordsProps = Readonly<{
  draft: Draft
  change: (part: Partial<Draft>) => void
  error: string | undefined
}>

/** The text, with what can be put into it, beside how it will be read. */
function ReplyWords({ draft, change, error }: ReplyWordsProps) {
  const { t, i18n } = useTranslation('deskReplies')
  const words = useRef<HTMLDivElement>(null)
  const insert = (name: VariableName): void => {
    const area = words.current?.querySelector('textarea')
    const at = area?.selectionStart ?? draft.text.length
    const end = area?.selectionEnd ?? at
    const written = `{{${i18n.language.startsWith('zh') ? chineseNames[name] : name}}}`
    change({ text: draft.text.slice(0, at) + written + draft.text.slice(end) })
    window.requestAnimationFrame(() => {
      area?.focus()
      area?.setSelectionRange(at + written.length, at + written.length)
    })
  }
  return (
    <div className={styles.pair}>
      <div ref={words} className={styles.words}>
        <TextArea
          label={t('field.text')}
          rows={6}
          maxRows={10}
          maxLength={limits.maxReplyLength}
          value={draft.text}
          onValueChange={(text) => change({ text })}
          error={error}
        />
        <div role="group" aria-label={t('variables.label')} className={styles.variables}>
          {variableNames.map((name) => (
            <Button key={name} size="small" onClick={() => insert(name)}>
              {t(`variables.${wordOf[name]}`)}
            </Button>
          ))}
        </div>
        <p className={styles.hint}>{t('variables.hint')}</p>
      </div>
      <Preview text={draft.text} />
    </div>
  )
}

export function Preview({ text }: Readonly<{ text: string }>) {
  const { t, i18n } = useTranslation('deskReplies')
  const { name } = useSelf()
  const parts = fillIn(text, {
    visitor: { name: t('sample.visitor'), tags: [`order:${t('sample.order')}`] },
    page: { url: 'https://shop.example/teapot', title: t('sample.page'), referrer: '' },
    agentName: name,
    date: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(useMinute()),
  })
  return (
    <section aria-label={t('preview')} className={styles.preview}>
      <h3 className={styles.previewTitle}>{t('preview')}</h3>
      {text.trim() === '' ? (
        <p className={styles.hint}>{t('previewEmpty')}</p>
      ) : (
        <div className={styles.bubble}>
          <ReplyText parts={parts} />
        </div>
      )}
    </section>
  )
}
