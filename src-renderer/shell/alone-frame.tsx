// A window of its own for one conversation: timeline, composer and visitor, nothing else. Rail, lists, notifications and the tray are the
// main window's.
import { useEffect, useState } from 'react'
import { ComposerDock } from '../features/composer/composer-dock.tsx'
import { ConversationPane } from '../features/conversation/conversation-pane.tsx'
import { DeskProvider, useDesk, useSummary, useWorkspace, type Desk } from '../stores/desk.ts'
import { useVisitorName } from '../stores/visitor-name.ts'
import { openConversation, shownConversation } from '../stores/workspace-store.ts'
import { ConnectionStrip } from './connection-strip.tsx'
import { DeskDialogs } from './desk-dialogs.tsx'
import { useSayLookedAt } from './looked-at.ts'
import { useDownloads } from './use-downloads.ts'
import { useKeys } from './use-keys.ts'
import { useNoStrayDrops } from './use-no-stray-drops.ts'
import { useOfficeNews } from './use-office-news.ts'
import { useSharedDrafts } from './use-shared-drafts.ts'
import { useWindowEnd } from './use-window-end.ts'
import { VisitorSide } from './visitor-side.tsx'
import styles from './shell.module.css'

export function AloneFrame({ desk }: Readonly<{ desk: Desk }>) {
  return (
    <DeskProvider value={desk}>
      <Alone />
    </DeskProvider>
  )
}

function Alone() {
  const { workspace } = useDesk()
  const shown = useWorkspace(shownConversation)
  const [id] = useState(shown)
  useEffect(() => {
    // Closed or given away it stays in its window, where undo is.
    if (shown !== id) openConversation(workspace, id)
  }, [workspace, shown, id])
  useName(id)
  useSayLookedAt(id)
  useOfficeNews()
  useSharedDrafts()
  useWindowEnd()
  useKeys()
  useDownloads()
  useNoStrayDrops()
  return (
    <div className={styles.frame}>
      <ConnectionStrip />
      <div className={styles.body}>
        <main className={styles.middle} id="conversation">
          <ConversationPane id={id} composer={<ComposerDock id={id} />} />
        </main>
        <VisitorSide />
      </div>
      <DeskDialogs />
    </div>
  )
}

/** Windows are told apart by whom one talks with. */
function useName(id: Parameters<typeof useSummary>[0]): void {
  const nameOf = useVisitorName()
  const summary = useSummary(id)
  const name = summary && nameOf(summary.visitor)
  useEffect(() => {
    if (name !== undefined) document.title = name
  }, [name])
}
