// The open desk: connection bar, rail, and the section that the address names. Holds what listens to the whole window.
import { NO_CONVERSATION } from '#protocol'
import { useEffect } from 'react'
import { DecisionsDialog } from '../features/decisions/decisions-dialog.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SearchPage } from '../features/search/search-page.tsx'
import { TeamPage } from '../features/team/team-page.tsx'
import { OfferShelf } from '../features/offers/offer-shelf.tsx'
import { HeldDialog } from '../features/held/held-dialog.tsx'
import { NoteDialog } from '../features/note/note-dialog.tsx'
import { TakeOverDialog } from '../features/watch/take-over-dialog.tsx'
import { BulkFailures } from '../features/inbox/bulk-failures.tsx'
import { BulkMoveDialog } from '../features/transfer/bulk-move-dialog.tsx'
import { BlockDialog } from '../features/visitor/block-dialog.tsx'
import { TransferDialog } from '../features/transfer/transfer-dialog.tsx'
import { DeskProvider, useDesk, useSummary, useWorkspace, type Desk } from '../stores/desk.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { AnnouncementStrip } from './announcement-strip.tsx'
import { AwayStrip } from './away-strip.tsx'
import { CheatSheet } from './cheat-sheet.tsx'
import { ConnectionStrip } from './connection-strip.tsx'
import { HeldStrip } from './held-strip.tsx'
import { InboxSection } from './inbox-section.tsx'
import { Palette } from './palette.tsx'
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
import { useStanding } from './use-standing.ts'
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
  const { closing } = useDesk()
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
  useEffect(() => {
    // A window that closes carries out what it announced.
    const settle = (): void => closing.settleAll()
    window.addEventListener('pagehide', settle)
    return () => window.removeEventListener('pagehide', settle)
  }, [closing])
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
      <Dialogs />
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
    case 'settings':
      return <SettingsPage page={place.page} />
    default:
      return place satisfies never
  }
}

function Dialogs() {
  const { workspace, selection } = useDesk()
  const dialog = useWorkspace((state) => state.dialog)
  const shown = useWorkspace(shownConversation)
  const summary = useSummary(shown)
  const close = (): void => workspace.setState({ dialog: 'none' })
  if (dialog === 'transfer' && shown !== NO_CONVERSATION) return <TransferDialog id={shown} onClose={close} />
  if (dialog === 'note' && shown !== NO_CONVERSATION) return <NoteDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'decisions' && shown !== NO_CONVERSATION)
    return <DecisionsDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'block' && summary !== undefined)
    return <BlockDialog key={shown} visitor={summary.visitor} onClose={close} />
  if (dialog === 'takeOver' && shown !== NO_CONVERSATION)
    return <TakeOverDialog key={shown} id={shown} onClose={close} />
  if (dialog === 'bulkMove' && selection.getState().picked.size > 0)
    return <BulkMoveDialog ids={[...selection.getState().picked]} onClose={close} />
  if (dialog === 'held') return <HeldDialog onClose={close} />
  if (dialog === 'palette') return <Palette onClose={close} />
  if (dialog === 'keys') return <CheatSheet onClose={close} />
  return null
}
