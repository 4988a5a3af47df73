// Who reads what visitors write: the sentence models, or what stands in for them, and what to do then. Looks again while it is open.
import { isErrorCode } from '#protocol'
import type { IntentReading } from '#protocol/routing-schemas.ts'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../../../stores/desk.ts'
import { useErrorText } from '../../../stores/error-text.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Banner } from '../../../ui/banner.tsx'
import styles from './routing-settings.module.css'

/** Learning takes about a second: often enough to be seen. */
const lookAgainMs = 1_000

export function IntentReadingNote() {
  const { api } = useDesk().session
  const { value, reload } = useApi(useCallback(() => api.routing.intentReading(), [api]))
  useEffect(() => {
    const timer = setInterval(reload, lookAgainMs)
    return () => clearInterval(timer)
  }, [reload])
  if (value === undefined || value.phase === 'idle') return null
  return (
    <div className={styles.reading}>
      <Progress reading={value} />
      <Readers reading={value} />
    </div>
  )
}

function Progress({ reading: { phase, code } }: Readonly<{ reading: IntentReading }>) {
  const { t } = useTranslation('deskRouting')
  const errorText = useErrorText()
  if (phase === 'failed')
    return (
      <Banner tone="danger" title={t('reading.failed')}>
        {errorText(code !== null && isErrorCode(code) ? code : 'intent_training_failed')}
      </Banner>
    )
  return (
    <p role="status" className={styles.readingLine}>
      {phase === 'training' && t('reading.training')}
    </p>
  )
}

function Readers({ reading: { phase, models, scripts } }: Readonly<{ reading: IntentReading }>) {
  const { t } = useTranslation('deskRouting')
  // Before the first learning nobody knows yet what is there.
  if (models.length === 0 && phase === 'training') return null
  const missing = (['han', 'other'] as const).filter((script) => !scripts.includes(script))
  const [gap] = missing
  return (
    <>
      {models.length > 0 && <p className={styles.readingLine}>{t('reading.models', { models: models.join(', ') })}</p>}
      {gap !== undefined && (
        <Banner tone="warning" title={t(models.length === 0 ? 'reading.standIn' : `reading.without.${gap}`)}>
          <p>{t('reading.standInMeans')}</p>
          <p>{t('reading.standInMend')}</p>
        </Banner>
      )}
    </>
  )
}
