// My own name and password.
import { limits } from '#protocol'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSelf } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

export function AccountPage() {
  const { t } = useTranslation('deskSettings')
  return (
    <SettingsBody title={t('page.account')} lead={t('account.lead')}>
      <NameForm />
      <PasswordForm />
    </SettingsBody>
  )
}

function NameForm() {
  const { t } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const { name: current } = useSelf()
  const [name, setName] = useState(current)
  const [error, setError] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setSaving(true)
    const saved = await api.changeMe({ name })
    setSaving(false)
    setError(saved.ok ? undefined : errorText(saved.code))
    if (saved.ok) showToast({ title: t('account.nameSaved') })
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <TextField
        label={t('account.name')}
        description={t('account.nameHint')}
        value={name}
        maxLength={limits.maxNameLength}
        autoComplete="name"
        onValueChange={setName}
        error={error}
      />
      <Button type="submit" loading={isSaving} disabled={name.trim() === '' || name.trim() === current}>
        {t('account.saveName')}
      </Button>
    </form>
  )
}

function PasswordForm() {
  const { t } = useTranslation('deskSettings')
  const { changePassword } = useDesk()
  const errorText = useErrorText()
  const [old, setOld] = useState('')
  const [next, setNext] = useState('')
  const [error, setError] = useState<string>()
  const [isSaving, setSaving] = useState(false)
  const save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setSaving(true)
    const saved = await changePassword({ old, new: next })
    setSaving(false)
    if (saved.ok) {
      showToast({ title: t('account.passwordSaved') })
      setOld('')
      setNext('')
    }
    // Here only the old password can be wrong: the login's words would puzzle.
    setError(saved.ok ? undefined : saved.code === 'login_failed' ? t('account.oldWrong') : errorText(saved.code))
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <h3 className={styles.formTitle}>{t('account.password')}</h3>
      <p className={styles.hint}>{t('account.passwordHint')}</p>
      <PasswordField
        label={t('account.old')}
        autoComplete="current-password"
        value={old}
        onValueChange={setOld}
        error={error}
      />
      <PasswordField
        label={t('account.new')}
        description={t('account.rules', { count: limits.minPasswordLength })}
        autoComplete="new-password"
        value={next}
        onValueChange={setNext}
      />
      <Button type="submit" loading={isSaving} disabled={old === '' || [...next].length < limits.minPasswordLength}>
        {t('account.change')}
      </Button>
    </form>
  )
}
