// The owner's account on a desk that has none. The rules are told before, counted while typing, and checked by the server.
import { limits } from '#protocol'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { SessionStore } from '../../stores/session-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'

const fields: readonly ApiErrorCode[] = [
  'setup_code_wrong',
  'name_malformed',
  'login_malformed',
  'login_taken',
  'password_too_short',
  'password_too_long',
]

export function SetupForm({ code: given, setUp }: Readonly<{ code: string; setUp: SessionStore['setUp'] }>) {
  const { t } = useTranslation('deskStart')
  const errorText = useErrorText()
  const [code, setCode] = useState(given)
  const [name, setName] = useState('')
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<ApiErrorCode>()
  const [isWorking, setWorking] = useState(false)
  const missing = limits.minPasswordLength - [...password].length
  const canGo = code.trim() !== '' && name.trim() !== '' && login.trim() !== '' && missing <= 0
  const errorAt = (...codes: readonly ApiErrorCode[]): string | undefined =>
    problem !== undefined && codes.includes(problem) ? errorText(problem) : undefined
  const go = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    if (!canGo) return
    setWorking(true)
    const done = await setUp({ code: code.trim(), name, login, password })
    setWorking(false)
    setProblem(done.ok ? undefined : done.code)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void go(event)}>
      {problem !== undefined && !fields.includes(problem) && <Banner tone="danger" title={errorText(problem)} />}
      {(given === '' || problem === 'setup_code_wrong') && (
        <TextField
          label={t('setup.code')}
          description={t('setup.codeHint')}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onValueChange={setCode}
          error={errorAt('setup_code_wrong')}
        />
      )}
      <TextField
        label={t('setup.name')}
        description={t('setup.nameHint')}
        autoComplete="name"
        maxLength={limits.maxNameLength}
        value={name}
        onValueChange={setName}
        error={errorAt('name_malformed')}
      />
      <TextField
        label={t('setup.login')}
        description={t('setup.loginHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={limits.maxLoginLength}
        value={login}
        onValueChange={setLogin}
        error={errorAt('login_malformed', 'login_taken')}
      />
      <PasswordField
        label={t('setup.password')}
        description={
          password !== '' && missing > 0
            ? t('setup.more', { count: missing })
            : t('setup.rules', { count: limits.minPasswordLength })
        }
        autoComplete="new-password"
        value={password}
        onValueChange={setPassword}
        error={errorAt('password_too_short', 'password_too_long')}
      />
      <Button size="large" wide variant="primary" type="submit" loading={isWorking} disabled={!canGo}>
        {t('setup.go')}
      </Button>
    </form>
  )
}
