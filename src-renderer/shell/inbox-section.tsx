// List, conversation and visitor side by side; the visitor folds away first, then the list.
import { NO_CONVERSATION } from '#protocol'
import { useTranslation } from 'react-i18next'
import { ComposerDock } from '../features/composer/composer-dock.tsx'
import { ConversationPane } from '../features/conversation/conversation-pane.tsx'
import { InboxPane } from '../features/inbox/inbox-pane.tsx'
import { useDesk, usePreference, useWorkspace } from '../stores/desk.ts'
import type { InboxView } from '../stores/place.ts'
import { paneWidths } from '../stores/preferences-store.ts'
import { useIsPair } from '../stores/use-media.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { ResizablePane } from '../ui/resizable-pane.tsx'
import { VisitorSide } from './visitor-side.tsx'
import styles from './shell.module.css'

export function InboxSection({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskShell')
  const isPair = useIsPair()
  const shown = useWorkspace(shownConversation)
  const conversation = (
    <main className={styles.middle} id="conversation">
      <ConversationPane id={shown} composer={<ComposerDock id={shown} />} />
    </main>
  )
  if (!isPair)
    return (
      <>
        {shown === NO_CONVERSATION ? (
          <main className={styles.middle}>
            <h1 className="spoken">{t('pane.listTitle')}</h1>
            <InboxPane view={view} />
          </main>
        ) : (
          conversation
        )}
        <VisitorSide />
      </>
    )
  return (
    <>
      <ListSide view={view} />
      {conversation}
      <VisitorSide />
    </>
  )
}

function ListSide({ view }: Readonly<{ view: InboxView }>) {
  const { t } = useTranslation('deskShell')
  const { preferences } = useDesk()
  const width = usePreference(({ listWidth }) => listWidth)
  const { min, initial, max } = paneWidths.list
  return (
    <section aria-label={t('pane.listTitle')} className={styles.side}>
      <ResizablePane
        label={t('pane.list')}
        side="start"
        widthPx={width}
        minPx={min}
        maxPx={max}
        defaultPx={initial}
        onWidthChange={(listWidth) => preferences.setState({ listWidth })}
      >
        <InboxPane view={view} />
      </ResizablePane>
    </section>
  )
}
