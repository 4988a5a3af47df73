// When a group is there: always, or a week of times in one time zone with the days that are different.
import { limits } from '#protocol'
import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { SegmentedControl } from '../../../ui/segmented-control.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { GroupFieldsProps } from './group-fields-props.ts'
import type { ExceptionDraft } from './group-draft.ts'
import styles from './routing-settings.module.css'

const zones = Intl.supportedValuesOf('timeZone')
/** 2024-01-01 was a Monday. */
const monday = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

export function HoursFields({ draft, change, at }: GroupFieldsProps) {
  const { t, i18n } = useTranslation('deskRouting')
  const zoneList = useId()
  const dayName = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  const setDay = (day: number, typed: string): void =>
    change({ week: draft.week.map((before, index) => (index === day ? typed : before)) })
  return (
    <>
      <div>
        <SegmentedControl
          label={t('groups.hours')}
          value={draft.hasHours ? 'hours' : 'always'}
          onValueChange={(next) => change({ hasHours: next === 'hours' })}
          segments={(['always', 'hours'] as const).map((value) => ({ value, label: t(`groups.hoursMode.${value}`) }))}
        />
      </div>
      {draft.hasHours && (
        <>
          <p className={styles.hint}>{t('groups.hoursHint')}</p>
          <TextField
            label={t('groups.zone')}
            description={t('groups.zoneHint')}
            list={zoneList}
            autoComplete="off"
            spellCheck={false}
            value={draft.timeZone}
            onValueChange={(timeZone) => change({ timeZone })}
            error={at('hours.timeZone')}
          />
          <datalist id={zoneList}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <div className={styles.week}>
            {draft.week.map((typed, day) => (
              <TextField
                // Seven days, always in this order.
                key={day}
                label={dayName.format(monday + day * DAY_MS)}
                placeholder={t('groups.closed')}
                value={typed}
                onValueChange={(next) => setDay(day, next)}
                error={at(`hours.week.${day}`)}
              />
            ))}
          </div>
          <Exceptions draft={draft} change={change} at={at} />
        </>
      )}
    </>
  )
}

function Exceptions({ draft, change, at }: GroupFieldsProps) {
  const { t } = useTranslation('deskRouting')
  const { exceptions } = draft
  const set = (key: number, part: Partial<ExceptionDraft>): void =>
    change({ exceptions: exceptions.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const add = (): void => {
    const key = Math.max(-1, ...exceptions.map((one) => one.key)) + 1
    change({ exceptions: [...exceptions, { key, date: '', name: '', open: '' }] })
  }
  return (
    <>
      <div className={styles.field}>
        <h4 className={styles.legend}>{t('groups.exceptions')}</h4>
        <p className={styles.hint}>{t('groups.exceptionsHint')}</p>
      </div>
      {exceptions.map((one, index) => (
        <div
          key={one.key}
          role="group"
          aria-label={t('groups.exception', { date: one.date })}
          className={styles.exception}
        >
          <TextField
            label={t('groups.date')}
            placeholder="2026-10-01"
            maxLength={10}
            value={one.date}
            onValueChange={(date) => set(one.key, { date })}
            error={at(`hours.exceptions.${index}.date`)}
          />
          <TextField
            label={t('groups.dayName')}
            maxLength={limits.maxNameLength}
            value={one.name}
            onValueChange={(name) => set(one.key, { name })}
          />
          <TextField
            label={t('groups.times')}
            placeholder={t('groups.closed')}
            value={one.open}
            onValueChange={(open) => set(one.key, { open })}
            error={at(`hours.exceptions.${index}.open`)}
          />
          <IconButton
            className={styles.drop}
            label={t('groups.dropException', { date: one.date })}
            icon={X}
            onClick={() => change({ exceptions: exceptions.filter(({ key }) => key !== one.key) })}
          />
        </div>
      ))}
      <div>
        <Button icon={Plus} size="small" disabled={exceptions.length >= limits.maxHoursExceptions} onClick={add}>
          {t('groups.addException')}
        </Button>
      </div>
    </>
  )
}
