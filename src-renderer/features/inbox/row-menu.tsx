// The right-click menu of the list: what can be done with the row under the pointer, without opening it first.
import { NO_AGENT, NO_CONVERSATION, type ConversationId } from '#protocol'
import { Check, CornerDownLeft, Hand } from 'lucide-react'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk, useSummary } from '../../stores/desk.ts'
import { openConversation } from '../../stores/workspace-store.ts'
import { ContextMenu, MenuItem } from '../../ui/menu.tsx'
import styles from './inbox.module.css'

export function RowMenu({ children }: Readonly<{ children: ReactElement }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace, actions, session } = useDesk()
  const [id, setId] = useState<ConversationId>(NO_CONVERSATION)
  const summary = useSummary(id)
  const isOpen = summary?.status === 'open'
  const isMine = summary?.owner === session.self.id
  return (
    <ContextMenu
      area={
        <div
          className={styles.menuArea}
          onContextMenuCapture={(event) => {
            const row =
              event.target instanceof Element ? event.target.closest<HTMLElement>('[data-conversation]') : null
            setId(Number(row?.dataset['conversation'] ?? 0) as ConversationId)
          }}
        >
          {children}
        </div>
      }
    >
      <MenuItem icon={CornerDownLeft} keys="Enter" disabled={!summary} onSelect={() => openConversation(workspace, id)}>
        {t('menu.open')}
      </MenuItem>
      <MenuItem icon={Hand} keys="A" disabled={!isOpen || isMine} onSelect={() => void actions.take(id)}>
        {summary?.owner === NO_AGENT || isMine ? t('menu.take') : t('menu.takeOver')}
      </MenuItem>
      <MenuItem icon={Check} keys="E" disabled={!isOpen || !isMine} onSelect={() => actions.close(id, 'resolved')}>
        {t('menu.close')}
      </MenuItem>
    </ContextMenu>
  )
}
