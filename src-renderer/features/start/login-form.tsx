// Login. A throttled account counts down to the next try instead of letting one guess when that is.
import { limits, type ErrorCode } from '#protocol'
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import type { ApiFailure } from '../../platform/api-result.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useNow } from '../../stores/now-store.ts'
import type { SessionStore } from '../../stores/session-store.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './start.module.css'

type LoginFormProps = Readonly<{ notice: ErrorCode | undefined; logIn: SessionStore['logIn'] }>
type Problem = ApiFailure & { readonly until: number }

export function LoginForm({ notice, logIn }: LoginFormProps) {
  const { t } = useTranslation('deskStart')
  const errorText = useErrorText()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isWorking, setWorking] = useState(false)
  const go = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setWorking(true)
    const answer = await logIn({ login, password })
    setWorking(false)
    setProblem(answer.ok ? undefined : { ...answer, until: Date.now() + (answer.retryAfterMs ?? 0) })
  }
  const isThrottled = problem?.code === 'login_throttled'
  return (
    <form className={styles.form} onSubmit={(event) => void go(event)}>
      {notice !== undefined && problem === undefined && <Banner tone="warning" title={errorText(notice)} />}
      {isThrottled && <Throttled until={problem.until} />}
      {problem !== undefined && !isThrottled && problem.code !== 'login_failed' && (
        <Banner tone="danger" title={errorText(problem.code)} />
      )}
      <TextField
        label={t('login.login')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the page has one purpose, and this is where it starts
        autoFocus
        maxLength={limits.maxLoginLength}
        value={login}
        onValueChange={setLogin}
      />
      <PasswordField
        label={t('login.password')}
        description={t('login.forgot')}
        autoComplete="current-password"
        value={password}
        onValueChange={setPassword}
        error={problem?.code === 'login_failed' ? errorText('login_failed') : undefined}
      />
      <SubmitButton
        until={isThrottled ? problem.until : 0}
        isWorking={isWorking}
        canGo={login.trim() !== '' && password !== ''}
      />
    </form>
  )
}

function Throttled({ until }: Readonly<{ until: number }>) {
  const { t } = useTranslation('deskStart')
  const format = useFormat()
  const left = until - useNow()
  return left > 0 ? <Banner tone="warning" title={t('login.throttled', { clock: format.clock(left + 999) })} /> : null
}

function SubmitButton({ until, isWorking, canGo }: Readonly<{ until: number; isWorking: boolean; canGo: boolean }>) {
  const { t } = useTranslation('deskStart')
  const format = useFormat()
  const left = until - useNow()
  return (
    <Button size="large" wide variant="primary" type="submit" loading={isWorking} disabled={!canGo || left > 0}>
      {left > 0 ? t('login.wait', { clock: format.clock(left + 999) }) : t('login.go')}
    </Button>
  )
}
