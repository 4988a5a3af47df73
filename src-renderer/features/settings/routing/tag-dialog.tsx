// One tag rule: the pattern, where it leads, and how soon.
import { EVERYONE, limits, type AgentId, type GroupId } from '#protocol'
import type { TagRuleRow, TagRuleWish } from '#protocol/routing-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { GroupSelect } from './group-select.tsx'
import { PeopleChecks } from './people-checks.tsx'
import { SettingDialog } from './setting-dialog.tsx'
import { parseNumber } from './typed-number.ts'
import { useEdit } from './use-edit.ts'
import type { Office } from './use-office.ts'
import { useBoundsText } from './use-wrong-text.ts'

type TagDialogProps = Readonly<{
  row: TagRuleRow | undefined
  office: Office
  onDone: () => void
  onClose: () => void
}>

type Draft = {
  readonly pattern: string
  readonly group: string
  readonly agents: readonly AgentId[]
  readonly priority: string
}

const priorityBounds = { min: 0, max: limits.maxRulePriority }

const draftOf = (row: TagRuleRow | undefined): Draft => ({
  pattern: row?.pattern ?? '',
  group: String(row?.group ?? EVERYONE),
  agents: row?.agents ?? [],
  priority: String(row?.priority ?? 0),
})

const isPattern = (pattern: string): boolean => pattern.trim() !== '' && !pattern.trim().slice(0, -1).includes('*')

const parse = ({ pattern, group, agents, priority }: Draft): TagRuleWish | undefined => {
  const rank = parseNumber(priority, priorityBounds)
  if (!isPattern(pattern) || rank === undefined) return undefined
  return { pattern: pattern.trim(), group: Number(group) as GroupId, agents: [...agents], priority: rank }
}

const trial = (value: TagRuleWish, id: number | null) => ({
  draft: { kind: 'tag', id, value } as const,
  name: value.pattern,
})

export function TagDialog({ row, office, onDone, onClose }: TagDialogProps) {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const edit = useEdit({ rows: api.routing.tagRules, row, draftOf, parse, trial, onDone, onClose })
  const boundsText = useBoundsText()
  const { draft, change, save, misses } = edit
  const isTried = misses > 0
  return (
    <SettingDialog
      title={row ? row.pattern : t('tags.add')}
      {...edit}
      fields={['pattern', 'group', 'agents']}
      onClose={onClose}
      {...(row && {
        remove: {
          label: t('tags.remove'),
          question: t('removeTitle', { name: row.pattern }),
          body: t('tags.removeBody'),
          act: edit.onRemove,
        },
      })}
    >
      <TextField
        label={t('tags.pattern')}
        description={t('tags.patternHint')}
        maxLength={limits.maxTagLength}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={draft.pattern}
        onValueChange={(pattern) => change({ pattern })}
        error={isTried && !isPattern(draft.pattern) ? t('wrong.pattern') : save.at('pattern')}
      />
      <GroupSelect
        label={t('group')}
        groups={office.groups}
        value={draft.group}
        onValueChange={(group) => change({ group })}
        error={save.at('group')}
      />
      <PeopleChecks
        label={t('tags.agents')}
        hint={t('tags.agentsHint')}
        people={office.people}
        chosen={draft.agents}
        onChange={(agents) => change({ agents })}
        error={save.at('agents')}
      />
      <TextField
        label={t('tags.priority')}
        description={t('tags.priorityHint')}
        inputMode="numeric"
        value={draft.priority}
        onValueChange={(priority) => change({ priority })}
        error={
          isTried && parseNumber(draft.priority, priorityBounds) === undefined ? boundsText(priorityBounds) : undefined
        }
      />
    </SettingDialog>
  )
}
