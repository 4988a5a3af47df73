// One group: who is in it, how work comes to them, and how long visitors wait. Its hours are hours-fields.tsx.
import { EVERYONE, limits } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { draftOfGroup, groupBounds, parseGroup, type GroupDraft } from './group-draft.ts'
import { GroupSelect, useGroupName } from './group-select.tsx'
import type { GroupFieldsProps } from './group-fields-props.ts'
import { Section } from './group-section.tsx'
import { AcceptanceFields, SilenceFields } from './group-work-fields.tsx'
import { HoursFields } from './hours-fields.tsx'
import { PeopleChecks } from './people-checks.tsx'
import styles from './routing-settings.module.css'
import { SettingDialog } from './setting-dialog.tsx'
import { useEdit } from './use-edit.ts'
import type { Office } from './use-office.ts'
import { useWrongText } from './use-wrong-text.ts'

type GroupDialogProps = Readonly<{
  row: GroupRow | undefined
  office: Office
  onDone: () => void
  onClose: () => void
}>

const shownFields = ['name', 'members', 'overflow.to', 'hours', ...Object.keys(groupBounds)]
const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

export function GroupDialog({ row, office, onDone, onClose }: GroupDialogProps) {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const name = useGroupName()
  const isEveryone = row?.id === EVERYONE
  const edit = useEdit({
    rows: api.routing.groups,
    row,
    draftOf: (seen) => draftOfGroup(seen, ownZone()),
    parse: (draft: GroupDraft) => parseGroup(draft, isEveryone).wish,
    trial: (value, id) => ({
      draft: { kind: 'group', id, value },
      name: isEveryone ? t('everyone') : value.name,
    }),
    onDone,
    onClose,
  })
  const { draft, change, save, misses } = edit
  const wrongText = useWrongText()
  const wrong = misses > 0 ? parseGroup(draft, isEveryone).wrong : []
  const at = (field: string): string | undefined => {
    const found = wrong.find((one) => one.field === field)
    return found ? wrongText(found) : save.at(field)
  }
  const fields = { draft, change, at }
  return (
    <SettingDialog
      title={row ? name(row) : t('groups.add')}
      size="large"
      {...edit}
      fields={shownFields}
      onClose={onClose}
      {...(row && {
        remove: {
          label: t(isEveryone ? 'groups.reset' : 'groups.remove'),
          question: isEveryone ? t('groups.resetTitle') : t('removeTitle', { name: row.name }),
          body: t(isEveryone ? 'groups.resetBody' : 'groups.removeBody'),
          act: edit.onRemove,
        },
      })}
    >
      <Section>
        {isEveryone ? (
          <p className={styles.hint}>{t('groups.everyoneHint')}</p>
        ) : (
          <>
            <TextField
              label={t('name')}
              description={t('groups.nameHint')}
              maxLength={limits.maxNameLength}
              value={draft.name}
              onValueChange={(next) => change({ name: next })}
              error={at('name')}
            />
            <PeopleChecks
              label={t('groups.members')}
              hint={t('groups.membersHint')}
              people={office.people}
              chosen={draft.members}
              onChange={(members) => change({ members })}
              error={at('members')}
            />
          </>
        )}
      </Section>
      <AcceptanceFields {...fields} />
      <WaitingFields {...fields} groups={office.groups.filter(({ id }) => id !== row?.id)} />
      <SilenceFields {...fields} />
      <Section title={t('groups.hours')}>
        <HoursFields {...fields} />
      </Section>
    </SettingDialog>
  )
}

function WaitingFields({ draft, change, at, groups }: GroupFieldsProps & Pick<Office, 'groups'>) {
  const { t } = useTranslation('deskRouting')
  return (
    <Section title={t('groups.waiting')}>
      <div className={styles.pair}>
        <GroupSelect
          label={t('groups.overflow')}
          description={t('groups.overflowHint')}
          none={t('groups.overflowNone')}
          groups={groups}
          value={draft.overflowTo}
          onValueChange={(overflowTo) => change({ overflowTo })}
          error={at('overflow.to')}
        />
        {draft.overflowTo !== '' && (
          <TextField
            label={t('groups.overflowAfter')}
            description={t('groups.overflowAfterHint')}
            inputMode="decimal"
            suffix={t('unit.minutes')}
            value={draft.overflowMinutes}
            onValueChange={(overflowMinutes) => change({ overflowMinutes })}
            error={at('overflow.afterMs')}
          />
        )}
        <TextField
          label={t('groups.maxQueue')}
          description={t('groups.maxQueueHint')}
          inputMode="numeric"
          value={draft.maxQueue}
          onValueChange={(maxQueue) => change({ maxQueue })}
          error={at('maxQueue')}
        />
      </div>
    </Section>
  )
}
