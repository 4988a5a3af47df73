// The tray icon: unread count, my status, what this computer does for the office, the way back in and the way out.
import { Menu, nativeImage, Tray } from 'electron'
import { trayMenu, unreadLine, type TrayActions, type TrayView } from './tray-menu.ts'

export type DeskTray = { show(view: TrayView): void; destroy(): void }

export const openDeskTray = (icon: string, actions: TrayActions): DeskTray => {
  const tray = new Tray(nativeImage.createFromPath(icon))
  tray.on('click', actions.open)
  return {
    show: (view) => {
      const { unread, texts } = view
      tray.setToolTip(`${texts.appName}: ${unreadLine(unread, texts)}`)
      if (process.platform === 'darwin') tray.setTitle(unread === 0 ? '' : String(unread))
      tray.setContextMenu(Menu.buildFromTemplate(trayMenu(view, actions)))
    },
    destroy: () => tray.destroy(),
  }
}
