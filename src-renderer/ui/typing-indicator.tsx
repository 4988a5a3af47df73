// Someone is writing, and, where previews are on, what they have so far.
import { useTranslation } from 'react-i18next'
import styles from './typing-indicator.module.css'

export function TypingIndicator({ name, preview }: Readonly<{ name: string; preview?: string | undefined }>) {
  const { t } = useTranslation('ui')
  const hasPreview = preview !== undefined && preview.trim() !== ''
  return (
    <p className={styles.typing}>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <bdi className={styles.who}>{t(hasPreview ? 'typing.preview' : 'typing.someone', { name })}</bdi>
      {hasPreview && (
        <bdi className={styles.preview} title={preview}>
          {preview}
        </bdi>
      )}
    </p>
  )
}
