// Me at the top of the rail: face, status as dot and word, and the menu that changes it.
import { agentStatuses } from '#protocol'
import { Check } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAgent, useClient, useDesk, useSelf } from '../stores/desk.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Icon } from '../ui/icon.tsx'
import { Menu, MenuGroup, MenuItem } from '../ui/menu.tsx'
import { StatusDot } from '../ui/status-dot.tsx'
import { commandKeys } from './key-commands.ts'
import styles from './shell.module.css'

export function StatusMenu() {
  const { t } = useTranslation('deskShell')
  const { t: ui } = useTranslation('ui')
  const { actions, signals } = useDesk()
  const self = useSelf()
  const chosen = useAgent(self.id)?.status ?? 'online'
  const isLive = useClient(({ link }) => link.kind === 'live')
  const [open, setOpen] = useState(false)
  useEffect(() => signals.on('openStatusMenu', () => setOpen(true)), [signals])
  // Without a connection colleagues see me as gone, and so do I.
  const status = isLive ? chosen : 'offline'
  return (
    <Menu
      side="right"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.me} aria-keyshortcuts={commandKeys.status}>
          <span className="spoken">{t('status.label')} </span>
          <Avatar name={self.name} size={32} status={status} decorative />
          <span aria-hidden className={styles.meWord}>
            {ui(`status.${status}`)}
          </span>
        </button>
      }
    >
      <MenuGroup label={self.name}>
        {agentStatuses.map((value) => (
          <MenuItem
            key={value}
            mark={<StatusDot status={value} silent />}
            onSelect={() => void actions.setStatus(value)}
          >
            <span className={styles.statusRow}>
              <span className={styles.statusItem}>
                <span>{ui(`status.${value}`)}</span>
                <span className={styles.statusHint}>{t(`status.${value}`)}</span>
              </span>
              {value === chosen && <Icon of={Check} className={styles.statusChosen} />}
            </span>
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}
