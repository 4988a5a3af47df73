// The rail at the window's edge: me, the sections with what waits there, keys and settings.
import { AtSign, Command, Gauge, Inbox, Keyboard, MessagesSquare, Search, Settings, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import { mayDo } from '#protocol/permissions.ts'
import { countUnread } from '../features/inbox/inbox-order.ts'
import { useClient, useDesk, useSelf, useWorkspace } from '../stores/desk.ts'
import { unseenMentions } from '../stores/mention-store.ts'
import type { InboxView } from '../stores/place.ts'
import { goTo, openConversation, shownConversation } from '../stores/workspace-store.ts'
import { RailItem } from '../ui/rail-item.tsx'
import { commandKeys } from './key-commands.ts'
import { StatusMenu } from './status-menu.tsx'
import styles from './shell.module.css'

export function Rail() {
  const { t } = useTranslation('deskShell')
  const { workspace, session, mentions } = useDesk()
  const called = useStore(mentions, unseenMentions)
  const place = useWorkspace((state) => state.place)
  const { role } = useSelf()
  const lastView = useWorkspace((state) => state.lastView)
  const shown = useWorkspace(shownConversation)
  const unread = useClient(({ conversations }) => countUnread(conversations, session.self.id))
  const isIn = (...views: readonly InboxView[]): boolean => place.section === 'inbox' && views.includes(place.view)
  const goToView = (view: InboxView): void => openConversation(workspace, shown, view)
  return (
    <nav aria-label={t('rail.label')} className={styles.rail}>
      <StatusMenu />
      <RailItem
        label={t('rail.inbox')}
        icon={Inbox}
        keys={commandKeys.mine}
        active={isIn('mine', 'queue', 'groups')}
        count={unread}
        countSpoken={t('rail.unread', { count: unread })}
        onSelect={() => goToView(lastView === 'queue' || lastView === 'groups' ? lastView : 'mine')}
      />
      <RailItem
        label={t('rail.all')}
        icon={MessagesSquare}
        keys={commandKeys.open}
        active={isIn('open', 'closed')}
        onSelect={() => goToView('open')}
      />
      <RailItem
        label={t('rail.search')}
        icon={Search}
        keys={commandKeys.search}
        active={place.section === 'search'}
        onSelect={() => goTo(workspace, { section: 'search' })}
      />
      <RailItem
        label={t('rail.team')}
        icon={UsersRound}
        keys={commandKeys.team}
        active={place.section === 'team'}
        onSelect={() => goTo(workspace, { section: 'team' })}
      />
      {mayDo(role, 'now.read') && (
        <RailItem
          label={t('rail.now')}
          icon={Gauge}
          keys={commandKeys.now}
          active={place.section === 'now'}
          onSelect={() => goTo(workspace, { section: 'now', wall: false })}
        />
      )}
      <RailItem
        label={t('rail.mentions')}
        icon={AtSign}
        keys={commandKeys.mentions}
        active={false}
        count={called}
        countSpoken={t('rail.called', { count: called })}
        onSelect={() => workspace.setState({ dialog: 'mentions' })}
      />
      <span className={styles.spring} />
      <RailItem
        label={t('rail.palette')}
        icon={Command}
        keys={commandKeys.palette}
        active={false}
        onSelect={() => workspace.setState({ dialog: 'palette' })}
      />
      <RailItem
        label={t('rail.keys')}
        icon={Keyboard}
        keys={commandKeys.help}
        active={false}
        onSelect={() => workspace.setState({ dialog: 'keys' })}
      />
      <RailItem
        label={t('rail.settings')}
        icon={Settings}
        keys={commandKeys.settings}
        active={place.section === 'settings'}
        onSelect={() => goTo(workspace, { section: 'settings', page: 'general' })}
      />
    </nav>
  )
}
