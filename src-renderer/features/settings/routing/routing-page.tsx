// What holds for all groups: how long an intent is waited for, when it counts, and what is kept for whom.
import { limits, ok } from '#protocol'
import type { General, GeneralRow } from '#protocol/routing-schemas.ts'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingRows } from '../../../platform/routing-api.ts'
import { useDesk } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Button } from '../../../ui/button.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { NotLoaded } from '../not-loaded.tsx'
import { Setting, SettingsBody } from '../setting.tsx'
import styles from './routing-settings.module.css'
import { Refused } from './setting-dialog.tsx'
import { boundsIn, DAY_MS, inUnit, parseNumber, SECOND_MS } from './typed-number.ts'
import { useEdit } from './use-edit.ts'
import { useUnsaved } from './use-unsaved.tsx'
import { useBoundsText } from './use-wrong-text.ts'

/** In seconds, per cent, seconds, days. */
const fields = ['intentWait', 'threshold', 'grace', 'returning'] as const
type Field = (typeof fields)[number]
type Draft = Readonly<Record<Field, string>>
type Row = GeneralRow & { readonly id: 0 }

const bounds = {
  intentWait: boundsIn(SECOND_MS, 0, limits.maxIntentWaitMs),
  threshold: { min: 0, max: 100 },
  grace: boundsIn(SECOND_MS, 0, limits.maxGraceMs),
  returning: boundsIn(DAY_MS, 0, limits.maxReturningWithinMs),
} as const

const units = { intentWait: 'seconds', threshold: 'percent', grace: 'seconds', returning: 'days' } as const

const draftOf = (row: Row | undefined): Draft => ({
  intentWait: row ? inUnit(row.intentWaitMs, SECOND_MS) : '',
  threshold: row === undefined || row.threshold === null ? '' : String(Math.round(row.threshold * 1000) / 10),
  grace: row ? inUnit(row.graceMs, SECOND_MS) : '',
  returning: row ? inUnit(row.returningWithinMs, DAY_MS) : '',
})

/** Only the threshold may be empty: calibrated then. */
const isWrong = (field: Field, typed: string): boolean =>
  !(field === 'threshold' && typed.trim() === '') && parseNumber(typed, bounds[field], 'any') === undefined

const parse = (draft: Draft): General | undefined => {
  if (fields.some((field) => isWrong(field, draft[field]))) return undefined
  const ms = (field: Field, unitMs: number): number =>
    Math.round((parseNumber(draft[field], bounds[field], 'any') ?? 0) * unitMs)
  return {
    intentWaitMs: ms('intentWait', SECOND_MS),
    threshold: draft.threshold.trim() === '' ? null : ms('threshold', 10) / 1000,
    graceMs: ms('grace', SECOND_MS),
    returningWithinMs: ms('returning', DAY_MS),
  }
}

export function RoutingPage() {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const { value, code, reload } = useApi(useCallback(() => api.routing.general.read(), [api]))
  return (
    <SettingsBody title={t('general.title')} lead={t('general.lead')}>
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {value === undefined ? (
        code === undefined && <Skeleton shape="block" width="100%" height="200px" />
      ) : (
        // What is stored now begins anew under its version.
        <GeneralForm key={value.version} row={{ id: 0, ...value }} onDone={reload} />
      )}
    </SettingsBody>
  )
}

function GeneralForm({ row, onDone }: Readonly<{ row: Row; onDone: () => void }>) {
  const { t } = useTranslation('deskRouting')
  const { api } = useDesk().session
  const { t: tWhatIf } = useTranslation('deskWhatIf')
  const boundsText = useBoundsText()
  const rows = useMemo((): SettingRows<Row, General> => {
    const { general } = api.routing
    return {
      list: async () => {
        const read = await general.read()
        return read.ok ? ok([{ id: 0, ...read.value } as const]) : read
      },
      add: async () => ok(row),
      change: async (_id, version, wish) => {
        const changed = await general.change(version, wish)
        return changed.ok ? ok({ id: 0, ...changed.value } as const) : changed
      },
      remove: async () => ok(undefined),
    }
  }, [api, row])
  const trial = (value: General) => ({
    draft: { kind: 'general', id: null, value } as const,
    name: tWhatIf('general'),
  })
  const edit = useEdit({ rows, row, draftOf, parse, trial, onDone, onClose: () => undefined })
  const { draft, change, save, isDirty, misses } = edit
  const { question } = useUnsaved(isDirty && !save.isSaving)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        edit.onSave()
      }}
    >
      <Refused save={save} fields={[]} onTakeTheirs={edit.onTakeTheirs} onKeepMine={edit.onKeepMine} />
      {fields.map((field) => (
        <Setting key={field} title={t(`general.${field}`)} hint={t(`general.${field}Hint`)}>
          <TextField
            label={t(`general.${field}`)}
            hideLabel
            className={styles.number}
            inputMode="decimal"
            suffix={t(`unit.${units[field]}`)}
            placeholder={field === 'threshold' ? t('general.calibrated') : undefined}
            value={draft[field]}
            onValueChange={(next) => change({ [field]: next })}
            error={misses > 0 && isWrong(field, draft[field]) ? boundsText(bounds[field]) : undefined}
          />
        </Setting>
      ))}
      <SaveBar isDirty={isDirty}>
        <Button disabled={!isDirty} onClick={() => change(draftOf(row))}>
          {t('undo')}
        </Button>
        <Button disabled={!isDirty} onClick={edit.onTry}>
          {tWhatIf('tryOut')}
        </Button>
        <Button variant="primary" type="submit" loading={save.isSaving} disabled={!isDirty}>
          {t('save')}
        </Button>
      </SaveBar>
      {question}
    </form>
  )
}

function SaveBar({ isDirty, children }: Readonly<{ isDirty: boolean; children: ReactNode }>) {
  const { t } = useTranslation('deskRouting')
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.barWords}>
        {isDirty && t('unsaved.bar')}
      </p>
      {children}
    </div>
  )
}
