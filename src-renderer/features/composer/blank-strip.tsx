// What a quick reply could not fill in, above the text: nothing goes out with a gap in it.
import { useTranslation } from 'react-i18next'
import { blankName } from '../../stores/replies/reply-variables.ts'
import styles from './composer.module.css'

export function BlankStrip({ blanks, onGo }: Readonly<{ blanks: readonly string[]; onGo: (blank: string) => void }>) {
  const { t } = useTranslation('deskReplies')
  return (
    <div role="status" className={styles.blanks}>
      <span>{t('blanks')}</span>
      {blanks.map((blank) => (
        <button key={blank} type="button" className={styles.blank} onClick={() => onGo(blank)}>
          <bdi>{blankName(blank)}</bdi>
        </button>
      ))}
    </div>
  )
}
