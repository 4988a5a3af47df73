// One intent: its name, its examples one a line, and the group that answers.
import { EVERYONE, limits, type GroupId } from '#protocol'
import type { IntentRow, IntentWish } from '#protocol/routing-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { GroupSelect } from './group-select.tsx'
import { SettingDialog } from './setting-dialog.tsx'
import { useEdit } from './use-edit.ts'
import type { Office } from './use-office.ts'

type IntentDialogProps = Readonly<{
  row: IntentRow | undefined
  office: Office
  onDone: () => void
  onClose: () => void
}>

type Draft = { readonly name: string; readonly examples: string; readonly group: string }

const draftOf = (row: IntentRow | undefined): Draft => ({
  name: row?.name ?? '',
  examples: row?.examples.join('\n') ?? '',
  group: String(row?.group ?? EVERYONE),
})

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isEnough = (count: number): boolean => count >= limits.minIntentExamples && count <= limits.maxIntentExamples
const tooLong = (lines: readonly string[]): string | undefined =>
  lines.find((line) => line.length > limits.maxExampleLength)

const parse = ({ name, examples, group }: Draft): IntentWish | undefined => {
  const lines = linesOf(examples)
  if (name.trim() === '' || !isEnough(lines.length) || tooLong(lines) !== undefined) return undefined
  return { name: name.trim(), examples: [...lines], group: Number(group) as GroupId }
}

const trial = (value: IntentWish, id: number | null) => ({
  draft: { kind: 'intent', id, value } as const,
  name: value.name,
})

export function IntentDialog({ row, office, onDone, onClose }: IntentDialogProps) {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const edit = useEdit({ rows: api.routing.intents, row, draftOf, parse, trial, onDone, onClose })
  const { draft, change, save, misses } = edit
  const lines = linesOf(draft.examples)
  const bounds = { min: limits.minIntentExamples, max: limits.maxIntentExamples }
  const wrongExamples = (): string | undefined => {
    if (misses === 0) return save.at('examples')
    const long = tooLong(lines)
    if (long !== undefined) return t('wrong.example', { start: long.slice(0, 20), max: limits.maxExampleLength })
    return isEnough(lines.length) ? save.at('examples') : t('wrong.examples', bounds)
  }
  return (
    <SettingDialog
      title={row ? row.name : t('intents.add')}
      size="large"
      {...edit}
      fields={['name', 'group', 'examples']}
      onClose={onClose}
      {...(row && {
        remove: {
          label: t('intents.remove'),
          question: t('removeTitle', { name: row.name }),
          body: t('intents.removeBody'),
          act: edit.onRemove,
        },
      })}
    >
      <TextField
        label={t('name')}
        description={t('intents.nameHint')}
        maxLength={limits.maxNameLength}
        value={draft.name}
        onValueChange={(name) => change({ name })}
        error={misses > 0 && draft.name.trim() === '' ? t('wrong.name') : save.at('name')}
      />
      <GroupSelect
        label={t('group')}
        description={t('intents.groupHint')}
        groups={office.groups}
        value={draft.group}
        onValueChange={(group) => change({ group })}
        error={save.at('group')}
      />
      <TextArea
        label={t('intents.examples')}
        description={t('intents.examplesHint', { ...bounds, written: lines.length })}
        rows={8}
        maxRows={16}
        value={draft.examples}
        onValueChange={(examples) => change({ examples })}
        error={wrongExamples()}
      />
    </SettingDialog>
  )
}
