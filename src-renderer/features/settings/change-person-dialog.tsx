// Changes an account: role, capacity, a new password, in or out of service. Only what was changed is sent.
import { limits, type Role } from '#protocol'
import type { Agent, AgentChange } from '#protocol/http-schemas.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { showToast } from '../../ui/toasts.ts'
import { parseCapacity, PersonFields } from './person-fields.tsx'
import styles from './settings.module.css'

type ChangePersonDialogProps = Readonly<{ person: Agent; onClose: () => void; onDone: () => void }>

export function ChangePersonDialog({ person, onClose, onDone }: ChangePersonDialogProps) {
  const { t } = useTranslation('deskSettings')
  const { api, self } = useDesk().session
  const errorText = useErrorText()
  const [role, setRole] = useState<Role>(person.role)
  const [capacity, setCapacity] = useState(String(person.capacity))
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<ApiErrorCode>()
  const [isSaving, setSaving] = useState(false)
  const [asks, setAsks] = useState(false)
  const isMe = person.id === self.id
  const held = parseCapacity(capacity)
  const isPasswordFine = password === '' || [...password].length >= limits.minPasswordLength
  const change: AgentChange = {
    ...(role === person.role ? {} : { role }),
    ...(held === undefined || held === person.capacity ? {} : { capacity: held }),
    ...(password === '' ? {} : { password }),
  }
  const save = async (wanted: AgentChange): Promise<void> => {
    setSaving(true)
    const saved = await api.changeAgent(person.id, wanted)
    setSaving(false)
    setAsks(false)
    if (!saved.ok) {
      setCode(saved.code)
      return
    }
    showToast({ title: t('people.saved', { name: person.name }) })
    onDone()
    onClose()
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={person.name}
      description={person.login}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="change-person"
            loading={isSaving}
            disabled={Object.keys(change).length === 0 || held === undefined || !isPasswordFine}
          >
            {t('people.save')}
          </Button>
        </>
      }
    >
      <form
        id="change-person"
        className={styles.dialogForm}
        onSubmit={(event) => {
          event.preventDefault()
          void save(change)
        }}
      >
        {code !== undefined && (
          <Banner tone="danger" title={t('notSaved')}>
            {errorText(code)}
          </Banner>
        )}
        <PersonFields role={role} onRole={setRole} capacity={capacity} onCapacity={setCapacity} lockRole={isMe} />
        {!isMe && (
          <>
            <PasswordField
              label={t('people.newPassword')}
              description={t('people.newPasswordHint', { count: limits.minPasswordLength })}
              optional
              autoComplete="new-password"
              value={password}
              onValueChange={setPassword}
              error={isPasswordFine ? undefined : errorText('password_too_short')}
            />
            <div className={styles.service}>
              <p className={styles.hint}>{person.active ? t('people.deactivateHint') : t('people.activateHint')}</p>
              {person.active ? (
                <Button onClick={() => setAsks(true)}>{t('people.deactivate')}</Button>
              ) : (
                <Button onClick={() => void save({ active: true })}>{t('people.activate')}</Button>
              )}
            </div>
          </>
        )}
      </form>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        danger
        loading={isSaving}
        title={t('people.deactivateTitle', { name: person.name })}
        body={t('people.deactivateBody')}
        confirmLabel={t('people.deactivate')}
        onConfirm={() => void save({ active: false })}
      />
    </Dialog>
  )
}
