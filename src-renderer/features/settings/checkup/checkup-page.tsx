// The checkup of the computer that hosts: started here, told as it goes, and what was found in words with what to do.
import type { CheckupState } from '#bridge/bridge-contract.ts'
import { Play, Square, Stethoscope } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/use-format.ts'
import type { Checkup } from '../../../platform/platform.ts'
import { Banner } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Progress } from '../../../ui/progress.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { Setting, SettingsBody } from '../setting.tsx'
import { CheckList } from './check-list.tsx'
import { useCheckup } from './use-checkup.ts'
import styles from './checkup.module.css'

export function CheckupPage({ checkup }: Readonly<{ checkup: Checkup }>) {
  const { t } = useTranslation('deskSettings')
  const state = useCheckup(checkup)
  const [measures, setMeasures] = useState(true)
  const runs = state?.kind === 'running'
  const wasRun = state?.kind === 'done' || state?.kind === 'failed'
  return (
    <SettingsBody title={t('page.checkup')} lead={t('checkup.lead')}>
      <Setting title={t('checkup.measure')} hint={t('checkup.measureHint')}>
        <Switch
          label={t('checkup.measureLabel')}
          hideLabel
          checked={measures}
          disabled={runs}
          onCheckedChange={setMeasures}
        />
      </Setting>
      <div className={styles.bar}>
        {runs && <HowFar state={state} />}
        {/* One button that changes its word: whoever pressed it keeps the focus. */}
        <Button
          variant={runs || wasRun ? 'secondary' : 'primary'}
          icon={runs ? Square : Play}
          disabled={state === undefined}
          onClick={() => (runs ? checkup.stop() : checkup.start(measures))}
        >
          {runs ? t('checkup.stop') : wasRun ? t('checkup.again') : t('checkup.start')}
        </Button>
      </div>
      {state !== undefined && <Found state={state} />}
    </SettingsBody>
  )
}

function HowFar({ state: { progress } }: Readonly<{ state: Extract<CheckupState, { kind: 'running' }> }>) {
  const { t } = useTranslation('deskSettings')
  const format = useFormat()
  const words = (): string => {
    if (progress === null) return t('checkup.running')
    if (progress.visitors === 0) return t('checkup.preparing')
    const visitors = format.number(progress.visitors)
    if (progress.p99Ms === null) return t('checkup.climbing', { visitors })
    return t('checkup.climbed', { visitors, ms: format.number(Math.ceil(progress.p99Ms)) })
  }
  return (
    <div className={styles.progress}>
      <Progress label={words()} share={progress === null ? null : progress.share} />
    </div>
  )
}

function Found({ state }: Readonly<{ state: CheckupState }>) {
  const { t, i18n } = useTranslation('deskSettings')
  const format = useFormat()
  switch (state.kind) {
    case 'idle':
      return <EmptyState icon={Stethoscope} title={t('checkup.empty')} hint={t('checkup.emptyHint')} />
    case 'running':
      return <CheckList checks={state.checks} />
    case 'failed':
      return (
        <Banner tone="danger" title={t('checkup.failed')}>
          {state.text[isLanguage(i18n.language) ? i18n.language : 'en']}
        </Banner>
      )
    case 'done':
      return (
        <>
          <div role="status" className={styles.verdict}>
            <p className={styles.headline}>{t(`checkup.${state.report.state}`)}</p>
            <p className={styles.at}>{t('checkup.at', { at: format.dateTime(state.atMs) })}</p>
          </div>
          <CheckList checks={state.report.checks} />
        </>
      )
    default:
      return state satisfies never
  }
}
