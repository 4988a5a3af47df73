// Where I am logged in, and how to end what I do not know.
import type { SessionId } from '#protocol'
import type { SessionList } from '#protocol/http-schemas.ts'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format.ts'
import { clientName } from '../../platform/client-name.ts'
import { useDesk } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { useMinute } from '../../stores/now-store.ts'
import { useApi } from '../../stores/use-api.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table, type TableColumn } from '../../ui/table.tsx'
import { showToast } from '../../ui/toasts.ts'
import { NotLoaded } from './not-loaded.tsx'
import { SettingsBody } from './setting.tsx'
import styles from './settings.module.css'

/** Programs name themselves; what did not is known by its user agent only. */
const programOf = (client: string): string => (client.startsWith('Mozilla/') ? clientName(client) : client)

type Session = SessionList['sessions'][number]

export function SessionsPage() {
  const { t } = useTranslation('deskSettings')
  const { api } = useDesk().session
  const errorText = useErrorText()
  const ask = useCallback(() => api.sessions(), [api])
  const { value, code, reload } = useApi(ask)
  const [ending, setEnding] = useState<number>()
  const end = async (id: number): Promise<void> => {
    setEnding(id)
    const ended = await api.endSession(id as SessionId)
    setEnding(undefined)
    if (!ended.ok) showToast({ tone: 'danger', title: t('sessions.notEnded'), detail: errorText(ended.code) })
    reload()
  }
  const columns = useColumns((id) => void end(id), ending)
  return (
    <SettingsBody title={t('page.sessions')} lead={t('sessions.lead')}>
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {value === undefined ? (
        code === undefined && <Skeleton shape="block" width="100%" height="120px" />
      ) : (
        <Table caption={t('page.sessions')} columns={columns} rows={value.sessions} rowKey={(session) => session.id} />
      )}
    </SettingsBody>
  )
}

function useColumns(
  end: (id: number) => void,
  ending: number | undefined,
): readonly TableColumn<Session, 'client' | 'seen' | 'address' | 'end'>[] {
  const { t } = useTranslation('deskSettings')
  const format = useFormat()
  const minute = useMinute()
  return [
    {
      id: 'client',
      title: t('sessions.client'),
      cell: (session) => (
        <span className={styles.stack}>
          <span>{programOf(session.client) || t('sessions.unknown')}</span>
          <span className={styles.hint}>{t('sessions.since', { at: format.stamp(session.createdAt, minute) })}</span>
        </span>
      ),
    },
    {
      id: 'address',
      title: t('sessions.address'),
      width: '24%',
      cell: (session) => <bdi className={styles.breakable}>{session.address}</bdi>,
    },
    {
      id: 'seen',
      title: t('sessions.seen'),
      width: '24%',
      cell: (session) => (session.current ? t('sessions.here') : format.ago(session.lastSeenAt, minute)),
    },
    {
      id: 'end',
      title: t('sessions.action'),
      width: '96px',
      cell: (session) =>
        session.current ? null : (
          <Button size="small" loading={ending === session.id} onClick={() => end(session.id)}>
            {t('sessions.end')}
          </Button>
        ),
    },
  ]
}
