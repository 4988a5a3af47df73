// Shows the six digits by which one computer may join, and what becomes of them.
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Invitation } from '#protocol/pairing-schemas.ts'
import type { ApiErrorCode, ApiResult } from '../../platform/api-result.ts'
import { spacedCode } from '../../platform/pairing-code.ts'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useNow } from '../../stores/now-store.ts'
import { Button } from '../../ui/button.tsx'
import { Setting } from './setting.tsx'
import styles from './invite-computer.module.css'

/** Who holds the code looks at this screen: they see at once what became of it. */
const lookEveryMs = 1_000

export function InviteComputer() {
  const { t } = useTranslation('deskSettings')
  const errorText = useErrorText()
  const { invitation, problem, make, withdraw } = useInvitation()
  const isOpen = invitation?.state === 'open' && invitation.code !== null
  const outcome =
    invitation === undefined || invitation.state === 'none' || invitation.state === 'open'
      ? undefined
      : t(`invite.${invitation.state}`)
  return (
    <>
      <Setting title={t('invite.title')} hint={t('invite.hint')}>
        <div className={styles.actions}>
          {isOpen && <Button onClick={withdraw}>{t('invite.withdraw')}</Button>}
          <Button onClick={make}>{t(isOpen ? 'invite.another' : 'invite.show')}</Button>
        </div>
      </Setting>
      <div role="status">
        {isOpen && <OpenCode code={invitation.code ?? ''} until={invitation.until} />}
        {problem === undefined
          ? outcome !== undefined && <p className={styles.outcome}>{outcome}</p>
          : !isOpen && <p className={styles.problem}>{errorText(problem)}</p>}
      </div>
    </>
  )
}

function OpenCode({ code, until }: Readonly<{ code: string; until: number }>) {
  const { t } = useTranslation('deskSettings')
  return (
    <div className={styles.open}>
      <output aria-label={t('invite.code')} className={styles.code}>
        {spacedCode(code)}
      </output>
      <p className={styles.how}>
        {t('invite.how')} <Left until={until} />
      </p>
    </div>
  )
}

/** Not read out each second. */
function Left({ until }: Readonly<{ until: number }>) {
  const { t } = useTranslation('deskSettings')
  const seconds = Math.max(0, Math.ceil((until - useNow()) / 1000))
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return (
    <span aria-hidden className="tabular">
      {t('invite.left', { clock })}
    </span>
  )
}

type InvitationState = Readonly<{
  invitation: Invitation | undefined
  problem: ApiErrorCode | undefined
  make: () => void
  withdraw: () => void
}>

/** Looks again as long as a code is open. What became of one before this page was opened is no news. */
function useInvitation(): InvitationState {
  const { api } = useDesk().session
  const [invitation, setInvitation] = useState<Invitation>()
  const [problem, setProblem] = useState<ApiErrorCode>()
  const heard = useCallback((answer: ApiResult<Invitation>): void => {
    if (answer.ok) setInvitation(answer.value)
    setProblem(answer.ok ? undefined : answer.code)
  }, [])
  const isOpen = invitation?.state === 'open'
  useEffect(() => {
    void api.invitation.read().then((answer) => answer.ok && answer.value.state === 'open' && heard(answer))
  }, [api, heard])
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = window.setInterval(() => void api.invitation.read().then(heard), lookEveryMs)
    return () => window.clearInterval(timer)
  }, [api, heard, isOpen])
  const make = (): void => void api.invitation.make().then(heard)
  const withdraw = (): void => void api.invitation.withdraw().then(async () => heard(await api.invitation.read()))
  return { invitation, problem, make, withdraw }
}
