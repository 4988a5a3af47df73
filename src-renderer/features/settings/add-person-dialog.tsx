// A new account: name, login, first password, role. The password is told to the person, who may change it.
import { limits, type Role } from '#protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { parseCapacity, PersonFields } from './person-fields.tsx'
import styles from './settings.module.css'

type AddPersonDialogProps = Readonly<{ onClose: () => void; onDone: () => void }>

export function AddPersonDialog({ onClose, onDone }: AddPersonDialogProps) {
  const { t } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const [capacity, setCapacity] = useState(String(limits.defaultAgentCapacity))
  const [code, setCode] = useState<ApiErrorCode>()
  const [isSaving, setSaving] = useState(false)
  const held = parseCapacity(capacity)
  const canSave =
    name.trim() !== '' && login.trim() !== '' && [...password].length >= limits.minPasswordLength && held !== undefined
  const save = async (): Promise<void> => {
    if (!canSave) return
    setSaving(true)
    const added = await api.addAgent({ name, login, password, role, capacity: held })
    setSaving(false)
    if (!added.ok) {
      setCode(added.code)
      return
    }
    showToast({ title: t('people.added', { name: added.value.name }) })
    onDone()
    onClose()
  }
  const errorAt = (...codes: readonly ApiErrorCode[]): string | undefined =>
    code !== undefined && codes.includes(code) ? errorText(code) : undefined
  const atField = errorAt('name_malformed', 'login_taken', 'login_malformed', 'password_too_short', 'password_too_long')
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('people.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form="add-person" loading={isSaving} disabled={!canSave}>
            {t('people.create')}
          </Button>
        </>
      }
    >
      <form
        id="add-person"
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {code !== undefined && atField === undefined && (
          <Banner tone="danger" title={t('notSaved')}>
            {errorText(code)}
          </Banner>
        )}
        <TextField
          label={t('people.name')}
          description={t('people.nameHint')}
          value={name}
          maxLength={limits.maxNameLength}
          autoComplete="off"
          onValueChange={setName}
          error={errorAt('name_malformed')}
        />
        <TextField
          label={t('people.login')}
          description={t('people.loginHint')}
          value={login}
          maxLength={limits.maxLoginLength}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onValueChange={setLogin}
          error={errorAt('login_taken', 'login_malformed')}
        />
        <PasswordField
          label={t('people.password')}
          description={t('account.rules', { count: limits.minPasswordLength })}
          autoComplete="new-password"
          value={password}
          onValueChange={setPassword}
          error={errorAt('password_too_short', 'password_too_long')}
        />
        <PersonFields role={role} onRole={setRole} capacity={capacity} onCapacity={setCapacity} />
      </form>
    </Dialog>
  )
}
