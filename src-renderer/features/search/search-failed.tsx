// The search, or a further page of it, had no answer: why, and once more.
import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import styles from './search.module.css'

export function SearchFailed() {
  const { t } = useTranslation('deskSearch')
  const { search } = useDesk()
  const code = useStore(search, (held) => held.code)
  const errorText = useErrorText()
  return (
    <div className={styles.problem}>
      <Banner
        tone="warning"
        title={t('failed')}
        actions={
          <Button size="small" icon={RefreshCw} onClick={search.again}>
            {t('again')}
          </Button>
        }
      >
        {code !== undefined && errorText(code)}
      </Banner>
    </div>
  )
}
