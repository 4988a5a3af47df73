// The open desk: connection bar, rail, and the section that the address names. Holds what listens to the whole window.
import { mayDo } from '#protocol/permissions.ts'
import { NowPage } from '../features/now/now-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SearchPage } from '../features/search/search-page.tsx'
import { TeamPage } from '../features/team/team-page.tsx'
import { OfferShelf } from '../features/offers/offer-shelf.tsx'
import { BulkFailures } from '../features/inbox/bulk-failures.tsx'
import { DeskProvider, useSelf, useWorkspace, type Desk } from '../stores/desk.ts'
import { AnnouncementStrip } from './announcement-strip.tsx'
import { AwayStrip } from './away-strip.tsx'
import { ConnectionStrip } from './connection-strip.tsx'
import { HeldStrip } from './held-strip.tsx'
import { DeskDialogs } from './desk-dialogs.tsx'
import { InboxSection } from './inbox-section.tsx'
import { QuietStrip } from './quiet-strip.tsx'
import { Rail } from './rail.tsx'
import { useAttention } from './use-attention.ts'
import { useDownloads } from './use-downloads.ts'
import { useInterventions } from './use-interventions.ts'
import { useKeys } from './use-keys.ts'
import { useNoStrayDrops } from './use-no-stray-drops.ts'
import { useOfferNews } from './use-offer-news.ts'
import { useOfficeNews } from './use-office-news.ts'
import { usePlaceInAddress } from './use-place-in-address.ts'
import { useSharedDrafts } from './use-shared-drafts.ts'
import { useStanding } from './use-standing.ts'
import { useWindowEnd } from './use-window-end.ts'
import { useWholeDesk } from './use-whole-desk.ts'
import styles from './shell.module.css'

export function DeskFrame({ desk }: Readonly<{ desk: Desk }>) {
  return (
    <DeskProvider value={desk}>
      <Frame />
    </DeskProvider>
  )
}

function Frame() {
  usePlaceInAddress()
  useAttention()
  useInterventions()
  useOfferNews()
  useStanding()
  useWholeDesk()
  useOfficeNews()
  useKeys()
  useDownloads()
  useNoStrayDrops()
  useWindowEnd()
  useSharedDrafts()
  const { role } = useSelf()
  const isOnWall = useWorkspace(({ place }) => place.section === 'now' && place.wall) && mayDo(role, 'now.read')
  // A television shows the figures and nothing else.
  if (isOnWall)
    return (
      <>
        <Section />
        <DeskDialogs />
      </>
    )
  return (
    <div className={styles.frame}>
      <ConnectionStrip />
      <AwayStrip />
      <QuietStrip />
      <HeldStrip />
      <AnnouncementStrip />
      <div className={styles.body}>
        <Rail />
        <Section />
      </div>
      <OfferShelf />
      <DeskDialogs />
      <BulkFailures />
    </div>
  )
}

function Section() {
  const place = useWorkspace((state) => state.place)
  switch (place.section) {
    case 'inbox':
      return <InboxSection view={place.view} />
    case 'search':
      return <SearchPage />
    case 'team':
      return <TeamPage />
    case 'now':
      return <NowPage wall={place.wall} />
    case 'settings':
      return <SettingsPage page={place.page} />
    default:
      return place satisfies never
  }
}
