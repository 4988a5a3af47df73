// Settings: pages on the left, one job each on the right. People is there for those who lead.
import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checkup } from '../../platform/platform.ts'
import { useDesk, useSelf } from '../../stores/desk.ts'
import type { SettingsPage as Page } from '../../stores/place.ts'
import { goTo } from '../../stores/workspace-store.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { GroupsPage } from './routing/groups-page.tsx'
import { IntentsPage } from './routing/intents-page.tsx'
import { RoutingPage } from './routing/routing-page.tsx'
import { SkillsPage } from './routing/skills-page.tsx'
import { TagsPage } from './routing/tags-page.tsx'
import { RepliesPage } from './replies/replies-page.tsx'
import { WhatIfPage } from './what-if/what-if-page.tsx'
import { CheckupPage } from './checkup/checkup-page.tsx'
import { AnnouncementPage } from './announcement/announcement-page.tsx'
import { DiagnosticsPage } from './diagnostics-page.tsx'
import { AboutPage } from './about-page.tsx'
import { BlocksPage } from './blocks-page.tsx'
import { AccountPage } from './account-page.tsx'
import { GeneralPage } from './general-page.tsx'
import { NotificationsPage } from './notifications-page.tsx'
import { checkupOf, pagesFor, settingsIcons } from './page-list.ts'
import { PeoplePage } from './people-page.tsx'
import { TargetsPage } from './targets-page.tsx'
import { SessionsPage } from './sessions-page.tsx'
import styles from './settings.module.css'

export function SettingsPage({ page }: Readonly<{ page: Page }>) {
  const { t } = useTranslation('deskSettings')
  const { workspace, platform } = useDesk()
  const { role } = useSelf()
  const checkup = checkupOf(platform)
  const pages = pagesFor(role, platform)
  const shown = pages.includes(page) ? page : 'general'
  return (
    <main className={styles.settings}>
      <nav aria-label={t('title')} className={styles.nav}>
        <h1 className={styles.navTitle}>{t('title')}</h1>
        {pages.map((known) => (
          <button
            key={known}
            type="button"
            aria-current={known === shown ? 'page' : undefined}
            className={styles.navItem}
            onClick={() => goTo(workspace, { section: 'settings', page: known })}
          >
            <Icon of={settingsIcons[known]} />
            <span className="truncate">{t(`page.${known}`)}</span>
          </button>
        ))}
        <SignOut />
      </nav>
      <div className={styles.scroller}>
        <Shown page={shown} checkup={checkup} />
      </div>
    </main>
  )
}

function Shown({ page, checkup }: Readonly<{ page: Page; checkup: Checkup | undefined }>) {
  switch (page) {
    case 'general':
      return <GeneralPage />
    case 'notifications':
      return <NotificationsPage />
    case 'account':
      return <AccountPage />
    case 'sessions':
      return <SessionsPage />
    case 'announcement':
      return <AnnouncementPage />
    case 'replies':
      return <RepliesPage />
    case 'people':
      return <PeoplePage />
    case 'blocks':
      return <BlocksPage />
    case 'groups':
      return <GroupsPage />
    case 'tags':
      return <TagsPage />
    case 'intents':
      return <IntentsPage />
    case 'targets':
      return <TargetsPage />
    case 'skills':
      return <SkillsPage />
    case 'routing':
      return <RoutingPage />
    case 'what-if':
      return <WhatIfPage />
    case 'checkup':
      return checkup && <CheckupPage checkup={checkup} />
    case 'diagnostics':
      return <DiagnosticsPage />
    case 'about':
      return <AboutPage />
    default:
      return page satisfies never
  }
}

function SignOut() {
  const { t } = useTranslation('deskSettings')
  const { signOut, session } = useDesk()
  const [asks, setAsks] = useState(false)
  const leave = (): void => {
    // What waits to be sent stays on this computer, but nobody sends it until the same person logs in again: worth a question.
    if (session.client.state().outbox.length > 0) setAsks(true)
    else signOut()
  }
  return (
    <>
      <button type="button" className={styles.navItem} onClick={leave}>
        <Icon of={LogOut} />
        <span className="truncate">{t('signOut.label')}</span>
      </button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={t('signOut.title')}
        body={t('signOut.body')}
        confirmLabel={t('signOut.label')}
        onConfirm={signOut}
      />
    </>
  )
}
