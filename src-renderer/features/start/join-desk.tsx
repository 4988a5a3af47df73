// Joins a desk: one of those joined before, or by an address, with the code that its host shows. Nothing is remembered before a desk
// has answered there.
import { useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDeskAddress } from '../../platform/desk-address.ts'
import { isPairingCode } from '../../platform/pairing-code.ts'
import type { DesktopProgram } from '../../platform/platform.ts'
import { useErrorText } from '../../stores/error-text.ts'
import type { SessionStore } from '../../stores/session-store.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { JoinedDesks } from './joined-desks.tsx'
import styles from './start.module.css'

type JoinDeskProps = Readonly<{
  session: Pick<SessionStore, 'join' | 'joinByCode'>
  desktop: DesktopProgram | undefined
  onBack: () => void
}>

/** What stands under which field. */
type Problem = Readonly<{ field: 'address' | 'code'; text: string }>

export function JoinDesk({ session, desktop, onBack }: JoinDeskProps) {
  const { t } = useTranslation('deskStart')
  const errorText = useErrorText()
  const [address, setAddress] = useState('')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [isTrying, setTrying] = useState(false)
  const join = async (url: string, digits: string): Promise<void> => {
    setTrying(true)
    setProblem(undefined)
    const desk = digits === '' ? await session.join(url) : await session.joinByCode(url, digits)
    setTrying(false)
    if (desk.ok) return
    const isCode = desk.code.startsWith('pairing_')
    // The address that was tried is named: a missing port or a wrong scheme shows there.
    const text = isCode ? errorText(desk.code) : t('join.tried', { why: errorText(desk.code), url })
    setProblem({ field: isCode ? 'code' : 'address', text })
  }
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const url = parseDeskAddress(address)
    const digits = code.trim()
    if (url === undefined) setProblem({ field: 'address', text: t('join.malformed') })
    else if (digits !== '' && !isPairingCode(digits)) setProblem({ field: 'code', text: t('join.codeMalformed') })
    else void join(url, digits)
  }
  const errorAt = (field: Problem['field']): string | undefined => (problem?.field === field ? problem.text : undefined)
  return (
    <form className={styles.form} onSubmit={submit}>
      {desktop && <JoinedDesks desktop={desktop} disabled={isTrying} onJoin={(url) => void join(url, '')} />}
      <TextField
        label={t('join.address')}
        placeholder={t('join.placeholder')}
        dir="ltr"
        inputMode="url"
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a page that the person just asked for
        autoFocus
        value={address}
        onValueChange={(next) => {
          setAddress(next)
          setProblem(undefined)
        }}
        error={errorAt('address')}
      />
      <TextField
        optional
        label={t('join.code')}
        description={t('join.codeHint')}
        dir="ltr"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onValueChange={(next) => {
          setCode(next)
          setProblem(undefined)
        }}
        error={errorAt('code')}
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
