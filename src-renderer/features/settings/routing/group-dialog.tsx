// One group: who is in it, how work comes to them, and how long visitors wait. Its hours are hours-fields.tsx.
import { EVERYONE, limits } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { Checkbox } from '../../../ui/checkbox.tsx'
import { RadioGroup } from '../../../ui/radio-group.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { draftOfGroup, groupBounds, parseGroup, type GroupDraft } from './group-draft.ts'
import { GroupSelect, useGroupName } from './group-select.tsx'
import type { GroupFieldsProps } from './group-fields-props.ts'
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
      <Section title={t('groups.hours')}>
        <HoursFields {...fields} />
      </Section>
    </SettingDialog>
  )
}

function Section({ title, children }: Readonly<{ title?: string; children: ReactNode }>) {
  return (
    <section className={styles.section}>
      {title !== undefined && <h3 className={styles.sectionTitle}>{title}</h3>}
      {children}
    </section>
  )
}

function AcceptanceFields({ draft, change, at }: GroupFieldsProps) {
  const { t } = useTranslation('deskRouting')
  return (
    <Section title={t('groups.work')}>
      <RadioGroup
        label={t('groups.acceptance')}
        value={draft.acceptance}
        onValueChange={(acceptance) => change({ acceptance })}
        options={(['auto', 'offer'] as const).map((value) => ({
          value,
          label: t(`groups.acceptanceName.${value}`),
          description: t(`groups.acceptanceHint.${value}`),
        }))}
      />
      <div className={styles.pair}>
        {draft.acceptance === 'offer' && (
          <TextField
            label={t('groups.offer')}
            description={t('groups.offerHint')}
            inputMode="numeric"
            suffix={t('unit.seconds')}
            value={draft.offerSeconds}
            onValueChange={(offerSeconds) => change({ offerSeconds })}
            error={at('offerMs')}
          />
        )}
        <TextField
          label={t('groups.reply')}
          description={t('groups.replyHint')}
          inputMode="decimal"
          suffix={t('unit.minutes')}
          optional
          value={draft.replyMinutes}
          onValueChange={(replyMinutes) => change({ replyMinutes })}
          error={at('replyWithinMs')}
        />
      </div>
      <Checkbox
        label={t('groups.returning')}
        description={t('groups.returningHint')}
        checked={draft.returning}
        onCheckedChange={(returning) => change({ returning })}
      />
    </Section>
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
      <div className={styles.pair}>
        <TextField
          label={t('groups.warn')}
          description={t('groups.warnHint')}
          inputMode="decimal"
          suffix={t('unit.minutes')}
          optional
          value={draft.warnMinutes}
          onValueChange={(warnMinutes) => change({ warnMinutes })}
          error={at('autoClose.warnAfterMs')}
        />
        {draft.warnMinutes.trim() !== '' && (
          <TextField
            label={t('groups.close')}
            description={t('groups.closeHint')}
            inputMode="decimal"
            suffix={t('unit.minutes')}
            value={draft.closeMinutes}
            onValueChange={(closeMinutes) => change({ closeMinutes })}
            error={at('autoClose.closeAfterMs')}
          />
        )}
      </div>
    </Section>
  )
}
