// Asks for a desk's address and checks that a desk answers there before anything is remembered.
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDeskAddress } from '../../platform/desk-address.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { SessionStore } from '../../stores/session-store.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'

export function JoinDesk({ join, onBack }: Readonly<{ join: SessionStore['join']; onBack: () => void }>) {
  const { t } = useTranslation('deskStart')
  const errorText = useErrorText()
  const [address, setAddress] = useState('')
  const [error, setError] = useState<string>()
  const [isTrying, setTrying] = useState(false)
  const go = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const url = parseDeskAddress(address)
    if (url === undefined) {
      setError(t('join.malformed'))
      return
    }
    setTrying(true)
    setError(undefined)
    const desk = await join(url)
    setTrying(false)
    // The address that was tried is named: a missing port or a wrong scheme shows there.
    if (!desk.ok) setError(t('join.tried', { why: errorText(desk.code), url }))
  }
  return (
    <form className={styles.form} onSubmit={(event) => void go(event)}>
      <TextField
        label={t('join.address')}
        placeholder={t('join.placeholder')}
        dir="ltr"
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one field of a page that the person just asked for
        autoFocus
        value={address}
        onValueChange={(next) => {
          setAddress(next)
          setError(undefined)
        }}
        error={error}
      />
      <div className={styles.buttons}>
        <Button size="large" onClick={onBack}>
          {t('join.back')}
        </Button>
        <Button
          size="large"
          variant="primary"
          type="submit"
          loading={isTrying}
          disabled={address.trim() === ''}
          className={styles.grow}
        >
          {t('join.go')}
        </Button>
      </div>
    </form>
  )
}
