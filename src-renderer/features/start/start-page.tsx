// Everything before the desk: which step the session is at, in one frame.
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Platform } from '../../platform/platform.ts'
import type { SessionStore, Stage } from '../../stores/session-store.ts'
import { Progress } from '../../ui/progress.tsx'
import { ChooseRole } from './choose-role.tsx'
import { Hosting } from './hosting.tsx'
import { JoinDesk } from './join-desk.tsx'
import { LoginForm } from './login-form.tsx'
import { SetupForm } from './setup-form.tsx'
import { StartFrame } from './start-frame.tsx'
import { Unreachable } from './unreachable.tsx'
import styles from './start.module.css'

type StartPageProps = Readonly<{ stage: Exclude<Stage, { kind: 'desk' }>; session: SessionStore; platform: Platform }>

export function StartPage({ stage, session, platform }: StartPageProps) {
  const { t } = useTranslation('deskStart')
  const [isJoining, setJoining] = useState(false)
  const { desktop } = platform
  const onLanguage = platform.setLanguage
  const leave = (): void => {
    setJoining(false)
    void session.leave()
  }
  switch (stage.kind) {
    case 'starting':
      return null
    case 'choose':
      return isJoining ? (
        <StartFrame title={t('join.title')} lead={t('join.lead')} onLanguage={onLanguage}>
          <JoinDesk session={session} desktop={desktop} onBack={() => setJoining(false)} />
        </StartFrame>
      ) : (
        <StartFrame wide title={t('choose.title')} lead={t('choose.lead')} onLanguage={onLanguage}>
          <ChooseRole onHost={() => void session.host()} onJoin={() => setJoining(true)} />
        </StartFrame>
      )
    case 'hosting': {
      const { kind } = stage.host
      return (
        <StartFrame title={t(kind === 'running' ? 'host.starting' : `host.${kind}`)} onLanguage={onLanguage}>
          <Hosting host={stage.host} onRetry={session.retry} onLeave={leave} onShowLog={() => desktop?.showLogFile()} />
        </StartFrame>
      )
    }
    case 'looking':
      return (
        <StartFrame title={t('working')} lead={t('looking', { url: stage.url })} onLanguage={onLanguage}>
          <div className={styles.form}>
            <Progress hideLabel label={t('working')} share={null} />
          </div>
        </StartFrame>
      )
    case 'unreachable':
      return (
        <StartFrame title={t('unreachable.title')} onLanguage={onLanguage}>
          <Unreachable stage={stage} onRetry={session.retry} onLeave={desktop && leave} />
        </StartFrame>
      )
    case 'setup':
      return (
        <StartFrame title={t('setup.title')} lead={t('setup.lead')} onLanguage={onLanguage}>
          <SetupForm key={stage.url} code={stage.code} setUp={session.setUp} />
        </StartFrame>
      )
    case 'login':
      return (
        <StartFrame title={t('login.title')} lead={new URL(stage.url).host} onLanguage={onLanguage}>
          <LoginForm key={stage.url} notice={stage.notice} logIn={session.logIn} />
        </StartFrame>
      )
    default:
      return stage satisfies never
  }
}
