// "What if": the day, the changes to try on it, and what they would have done. Changes come from the dialogs of the settings.
import { mayDo } from '#protocol/permissions.ts'
import { CalendarX2, Play, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import type { ApiFailure } from '../../../platform/api-result.ts'
import { useDesk, useSelf } from '../../../stores/desk.ts'
import { useErrorText } from '../../../stores/error-text.ts'
import { dropTrial, type Trial } from '../../../stores/what-if-store.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { showToast } from '../../../ui/toasts.ts'
import { NotLoaded } from '../not-loaded.tsx'
import { useOffice } from '../routing/use-office.ts'
import { Setting, SettingsBody } from '../setting.tsx'
import { dayBefore, officeZone } from './office-day.ts'
import { WhatIfResult } from './what-if-result.tsx'
import styles from './what-if.module.css'

export function WhatIfPage() {
  const { t } = useTranslation('deskWhatIf')
  const { office, code, reload } = useOffice()
  return (
    <SettingsBody title={t('title')} lead={t('lead')}>
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {office === undefined ? (
        // No day before its zone is known: the same date is another day elsewhere.
        code === undefined && <Skeleton shape="block" width="100%" height="200px" />
      ) : (
        <WhatIfForm timeZone={officeZone(office.groups)} />
      )}
    </SettingsBody>
  )
}

function WhatIfForm({ timeZone }: Readonly<{ timeZone: string }>) {
  const { t } = useTranslation('deskWhatIf')
  const { whatIf } = useDesk()
  const { trials, day, replay } = useStore(whatIf)
  const [openedAt] = useState(() => Date.now())
  const { run, cancel, isRunning, failure } = useReplay()
  const chosen = day ?? dayBefore(openedAt, timeZone)
  return (
    <>
      <Setting title={t('day')} hint={t('dayHint', { zone: timeZone })}>
        <TextField
          label={t('day')}
          hideLabel
          type="date"
          max={dayBefore(openedAt + DAY_MS, timeZone)}
          className={styles.day}
          value={chosen}
          onValueChange={(next) => whatIf.setState({ day: next === '' ? undefined : next })}
        />
      </Setting>
      <Trials trials={trials} />
      <div className={styles.bar}>
        {isRunning && (
          <div className={styles.progress}>
            <Progress label={t('running')} share={null} />
          </div>
        )}
        {isRunning && <Button onClick={cancel}>{t('cancel')}</Button>}
        <Button variant="primary" icon={Play} loading={isRunning} onClick={() => void run(chosen, timeZone)}>
          {t('run')}
        </Button>
      </div>
      <div aria-live="polite">
        {failure !== undefined && <Failed failure={failure} trials={trials} />}
        {replay !== undefined && failure === undefined && (
          <WhatIfResult day={replay.day} report={replay.report} isStale={replay.trials !== trials} />
        )}
      </div>
    </>
  )
}

const DAY_MS = 86_400_000

function useReplay() {
  const { session, whatIf } = useDesk()
  const { api } = session
  const [isRunning, setRunning] = useState(false)
  const [failure, setFailure] = useState<ApiFailure>()
  const run = async (day: string, timeZone: string): Promise<void> => {
    const { trials } = whatIf.getState()
    setRunning(true)
    const answer = await api.whatIf.run({ day, timeZone, drafts: trials.map(({ draft }) => draft) })
    setRunning(false)
    if (answer.ok) whatIf.setState({ replay: { day, trials, report: answer.value } })
    // Giving up is no failure: what was there stays.
    const isGivenUp = !answer.ok && answer.code === 'what_if_cancelled'
    setFailure(answer.ok || isGivenUp ? undefined : answer)
  }
  return { run, cancel: () => void api.whatIf.cancel(), isRunning, failure }
}

function Failed({ failure, trials }: Readonly<{ failure: ApiFailure; trials: readonly Trial[] }>) {
  const { t } = useTranslation('deskWhatIf')
  const errorText = useErrorText()
  if (failure.code === 'what_if_no_arrivals')
    return <EmptyState icon={CalendarX2} title={t('empty.title')} hint={t('empty.hint')} />
  const faults = (failure.faults ?? []).map(({ field, code }) => {
    const name = trials[Number(/^drafts\.(\d+)/u.exec(field)?.[1])]?.name
    return name === undefined ? errorText(code) : `${name}: ${errorText(code)}`
  })
  return (
    <Banner tone="danger" title={t('failed')}>
      {faults.length > 0 ? [...new Set(faults)].join(' ') : errorText(failure.code)}
    </Banner>
  )
}

function Trials({ trials }: Readonly<{ trials: readonly Trial[] }>) {
  const { t } = useTranslation('deskWhatIf')
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('changes')}</h3>
      {trials.length === 0 ? (
        <p className={styles.hint}>{t('noChanges')}</p>
      ) : (
        <ul>
          {trials.map((trial) => (
            <TrialRow key={trial.key} trial={trial} />
          ))}
        </ul>
      )}
    </section>
  )
}

function TrialRow({ trial }: Readonly<{ trial: Trial }>) {
  const { t } = useTranslation('deskWhatIf')
  const { whatIf } = useDesk()
  const { role } = useSelf()
  const errorText = useErrorText()
  const [isSaving, setSaving] = useState(false)
  const { name, draft } = trial
  const save = async (): Promise<void> => {
    setSaving(true)
    const answer = await trial.store()
    setSaving(false)
    if (!answer.ok) {
      showToast({ tone: 'danger', title: t('failed'), detail: errorText(answer.faults?.[0]?.code ?? answer.code) })
      return
    }
    dropTrial(whatIf, trial.key)
    showToast({ title: t('saved', { name }) })
  }
  return (
    <li className={styles.trial}>
      <span className={styles.kind}>{t(`kind.${draft.kind}`)}</span>
      <bdi className={styles.trialName}>{name}</bdi>
      {mayDo(role, 'settings.change') && (
        <Button size="small" loading={isSaving} aria-label={t('saveWhat', { name })} onClick={() => void save()}>
          {t('save')}
        </Button>
      )}
      <IconButton icon={X} size="small" label={t('drop', { name })} onClick={() => dropTrial(whatIf, trial.key)} />
    </li>
  )
}
