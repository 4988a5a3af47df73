// The tray icon: unread count, what this computer does for the office, the way back in and the way out.
import { Menu, nativeImage, Tray } from 'electron'
import type { HostState } from '../bridge/bridge-contract.ts'
import type { MainTexts } from '../texts/en.ts'

export type TrayView = { readonly unread: number; readonly host: HostState; readonly texts: MainTexts }

export type DeskTray = { show(view: TrayView): void; destroy(): void }

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

export const openDeskTray = (
  icon: string,
  actions: { readonly open: () => void; readonly quit: () => void },
): DeskTray => {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', actions.open)
  return {
    show: ({ unread, host, texts }) => {
      const unreadLine = unread === 0 ? texts.nothingUnread : texts.unread(unread)
      tray.setToolTip(`${texts.appName}: ${unreadLine}`)
      if (process.platform === 'darwin') tray.setTitle(unread === 0 ? '' : String(unread))
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: texts.open, click: actions.open },
          { label: unreadLine, enabled: false },
          { label: hostLine(host, texts), enabled: false },
          { type: 'separator' },
          { label: texts.quit, click: actions.quit },
        ]),
      )
    },
    destroy: () => tray.destroy(),
  }
}
