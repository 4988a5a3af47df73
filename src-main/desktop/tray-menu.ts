// What the tray's menu says, without Electron: the way back in, what waits, my status, what this computer does for the office.
import { agentStatuses, type AgentStatus } from '#protocol'
import type { MenuItemConstructorOptions } from 'electron'
import type { HostState, Standing } from '../bridge/bridge-contract.ts'
import type { MainTexts } from '../texts/en.ts'

export type TrayView = {
  readonly unread: number
  readonly standing: Standing
  readonly host: HostState
  readonly texts: MainTexts
}

export type TrayActions = {
  readonly open: () => void
  readonly setStatus: (status: AgentStatus) => void
  readonly quit: () => void
}

const hostLine = (host: HostState, texts: MainTexts): string => {
  switch (host.kind) {
    case 'running':
      return texts.hosting
    case 'starting':
    case 'restarting':
      return texts.restarting
    case 'failed':
      return host.text
    case 'stopped':
      return texts.notHosting
    default:
      return host satisfies never
  }
}

export const unreadLine = (unread: number, texts: MainTexts): string =>
  unread === 0 ? texts.nothingUnread : texts.unread(unread)

/** Without a connection the desk sees nobody, so there is nothing to choose. */
const statusItems = ({ standing, texts }: TrayView, { setStatus }: TrayActions): MenuItemConstructorOptions[] =>
  standing === 'offline'
    ? [{ label: texts.standing.offline, enabled: false }]
    : agentStatuses.map((status) => ({
        type: 'radio',
        label: texts.standing[status],
        checked: status === standing,
        click: () => setStatus(status),
      }))

export const trayMenu = (view: TrayView, actions: TrayActions): MenuItemConstructorOptions[] => [
  { label: view.texts.open, click: actions.open },
  { label: unreadLine(view.unread, view.texts), enabled: false },
  { type: 'separator' },
  ...statusItems(view, actions),
  { type: 'separator' },
  { label: hostLine(view.host, view.texts), enabled: false },
  { label: view.texts.quit, click: actions.quit },
]
