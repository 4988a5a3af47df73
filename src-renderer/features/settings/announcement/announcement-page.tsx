// One message for everybody who is connected: what is shown now, and the next one with how it will look.
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useClient } from '../../../stores/desk.ts'
import { useApi } from '../../../stores/use-api.ts'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { NotLoaded } from '../not-loaded.tsx'
import { SettingsBody } from '../setting.tsx'
import { AnnouncementForm } from './announcement-form.tsx'
import { AnnouncementNow } from './announcement-now.tsx'

export function AnnouncementPage() {
  const { t } = useTranslation('deskAnnouncement')
  const { api } = useDesk().session
  // Whoever announces, the client hears of it: what is stored is then read again.
  const since = useClient((state) => state.announcement?.at)
  const { value, code, reload } = useApi(useCallback(() => api.announcement.read(), [api]))
  useEffect(reload, [since, reload])
  return (
    <SettingsBody title={t('title')} lead={t('lead')}>
      {code !== undefined && <NotLoaded code={code} onRetry={reload} />}
      {value === undefined ? (
        code === undefined && <Skeleton shape="block" width="100%" height="200px" />
      ) : (
        <>
          {value.announcement && (
            <AnnouncementNow announcement={value.announcement} version={value.version} onDone={reload} />
          )}
          <AnnouncementForm version={value.version} replaces={value.announcement !== null} onDone={reload} />
        </>
      )}
    </SettingsBody>
  )
}
