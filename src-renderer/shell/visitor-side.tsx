// The visitor beside the conversation: a pane where there is room, else over it.
import { useTranslation } from 'react-i18next'
import { VisitorPanel } from '../features/visitor/visitor-panel.tsx'
import { useDesk, usePreference, useSummary, useWorkspace } from '../stores/desk.ts'
import { paneWidths } from '../stores/preferences-store.ts'
import { useIsWide } from '../stores/use-media.ts'
import { shownConversation } from '../stores/workspace-store.ts'
import { ResizablePane } from '../ui/resizable-pane.tsx'
import styles from './shell.module.css'

export function VisitorSide() {
  const { t } = useTranslation('deskShell')
  const { preferences } = useDesk()
  const isWide = useIsWide()
  const isOver = useWorkspace(({ visitorOver }) => visitorOver)
  const isOpen = usePreference(({ visitorOpen }) => visitorOpen)
  const width = usePreference(({ visitorWidth }) => visitorWidth)
  const isNobody = useSummary(useWorkspace(shownConversation)) === undefined
  const { min, initial, max } = paneWidths.visitor
  if (isNobody) return null
  if (!isWide)
    return isOver ? (
      <aside aria-label={t('pane.visitorTitle')} className={styles.over}>
        <VisitorPanel />
      </aside>
    ) : null
  return (
    <aside aria-label={t('pane.visitorTitle')} className={styles.side}>
      <ResizablePane
        label={t('pane.visitor')}
        side="end"
        collapsible
        widthPx={isOpen ? width : 0}
        minPx={min}
        maxPx={max}
        defaultPx={initial}
        onWidthChange={(next) =>
          preferences.setState(next === 0 ? { visitorOpen: false } : { visitorOpen: true, visitorWidth: next })
        }
      >
        <VisitorPanel />
      </ResizablePane>
    </aside>
  )
}
