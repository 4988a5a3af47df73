// Which desk this is, where it lies, which version; for the desktop also where its data is and how to leave.
import { Copy, FileText } from 'lucide-react'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { mayDo } from '#protocol/permissions.ts'
import { useTranslation } from 'react-i18next'
import type { DesktopProgram } from '../../platform/platform.ts'
import { useDesk } from '../../stores/desk.ts'
import { useApi } from '../../stores/use-api.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { InviteComputer } from './invite-computer.tsx'
import { Setting, SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

export function AboutPage() {
  const { t } = useTranslation('deskSettings')
  const { session, platform } = useDesk()
  const { api, url, self } = session
  const ask = useCallback(() => api.desk(), [api])
  const { value } = useApi(ask)
  // Digits go where nobody listens: on the computer that hosts, or encrypted.
  const isPrivate = url.startsWith('https:') || platform.desktop?.host().kind === 'running'
  const takesCodes = value?.securePort !== undefined && value.securePort !== null
  const mayInvite = isPrivate && takesCodes && mayDo(self.role, 'computers.invite')
  return (
    <SettingsBody title={t('page.about')} lead={t('about.lead')}>
      <OtherVersion program={platform.version} server={value?.version} />
      <dl className={styles.facts}>
        <Fact term={t('about.desk')}>{value?.name ?? '…'}</Fact>
        <Fact term={t('about.address')}>
          <Copyable text={url} />
        </Fact>
        <Fact term={t('about.server')}>{value?.version ?? '…'}</Fact>
        <Fact term={t('about.reader')}>
          <Reader />
        </Fact>
        {platform.version !== undefined && <Fact term={t('about.program')}>{platform.version}</Fact>}
        {platform.desktop !== undefined && <DesktopFacts desktop={platform.desktop} />}
      </dl>
      {mayInvite && <InviteComputer />}
      {platform.desktop !== undefined && <Leave hosts={platform.desktop.host().kind !== 'stopped'} />}
    </SettingsBody>
  )
}

/** The desk of the office is asked for its version anyway; nothing else is asked for updates. */
function OtherVersion({ program, server }: Readonly<{ program: string | undefined; server: string | undefined }>) {
  const { t } = useTranslation('deskSettings')
  if (program === undefined || server === undefined || program === server) return null
  return (
    <div className={styles.banner}>
      <Banner title={t('update.title', { program, server })}>{t('update.hint')}</Banner>
    </div>
  )
}

/** Who reads what visitors write. Its page says what to do where a stand-in does. */
function Reader() {
  const { t } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const { value } = useApi(useCallback(() => api.routing.intentReading(), [api]))
  if (value === undefined || (value.phase === 'training' && value.models.length === 0)) return '…'
  if (value.phase === 'idle') return t('about.readerIdle')
  const models = value.models.join(', ')
  if (models === '') return t('about.readerStandIn')
  return value.scripts.length < 2 ? t('about.readerPartly', { models }) : models
}

function DesktopFacts({ desktop }: Readonly<{ desktop: DesktopProgram }>) {
  const { t } = useTranslation('deskSettings')
  const [host, setHost] = useState(() => desktop.host())
  useEffect(() => desktop.onHostChanged(setHost), [desktop])
  if (host.kind !== 'running') return null
  return (
    <>
      <Fact term={t('about.office')}>
        {host.officeUrls.length === 0 ? (
          <span className={styles.hint}>{t('about.officeNone')}</span>
        ) : (
          <span className={styles.stack}>
            {host.officeUrls.map((officeUrl) => (
              <Copyable key={officeUrl} text={officeUrl} />
            ))}
            <span className={styles.hint}>{t('about.officeHint')}</span>
          </span>
        )}
      </Fact>
      <Fact term={t('about.data')}>
        <Copyable text={desktop.dataFolder} />
      </Fact>
      <Fact term={t('about.log')}>
        <Button size="small" icon={FileText} onClick={() => desktop.showLogFile()}>
          {t('about.showLog')}
        </Button>
      </Fact>
    </>
  )
}

function Fact({ term, children }: Readonly<{ term: string; children: ReactNode }>) {
  return (
    <div className={styles.fact}>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.breakable}>{children}</dd>
    </div>
  )
}

function Copyable({ text }: Readonly<{ text: string }>) {
  const { t } = useTranslation('ui')
  const { actions } = useDesk()
  return (
    <span className={styles.copyable}>
      <bdi>{text}</bdi>
      <IconButton size="small" icon={Copy} label={t('action.copy')} onClick={() => void actions.copy(text)} />
    </span>
  )
}

function Leave({ hosts }: Readonly<{ hosts: boolean }>) {
  const { t } = useTranslation('deskSettings')
  const { leaveDesk } = useDesk()
  const [asks, setAsks] = useState(false)
  return (
    <Setting title={t('leave.title')} hint={hosts ? t('leave.hostHint') : t('leave.joinHint')}>
      <Button onClick={() => setAsks(true)}>{t('leave.label')}</Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t('leave.question')}
        body={hosts ? t('leave.hostBody') : t('leave.joinBody')}
        confirmLabel={t('leave.label')}
        onConfirm={() => leaveDesk?.()}
      />
    </Setting>
  )
}
