// In the place of a list that could not be loaded: why, and the button that asks again.
import { useTranslation } from 'react-i18next'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './settings.module.css'

export function NotLoaded({ code, onRetry }: Readonly<{ code: ApiErrorCode; onRetry: () => void }>) {
  const { t } = useTranslation('deskSettings')
  const errorText = useErrorText()
  return (
    <div className={styles.banner}>
      <Banner
        tone="warning"
        title={t('notLoaded')}
        actions={
          <Button size="small" onClick={onRetry}>
            {t('again')}
          </Button>
        }
      >
        {errorText(code)}
      </Banner>
    </div>
  )
}
