// The tray icon: unread count, my status, what this computer does for the office, the way back in and the way out.
import { Menu, nativeImage, nativeTheme, Tray, type NativeImage } from 'electron'
import { tinted, withDot } from './badge.ts'
import { trayMenu, unreadLine, type TrayActions, type TrayView } from './tray-menu.ts'

export type DeskTray = { show(view: TrayView): void; destroy(): void }

/** The brand's teal as it reads on a dark bar. */
const onDark = [0x5c, 0xc4, 0xc6] as const

/** macOS colours its template by itself and has the count beside it. */
const trayIcon = (file: string, hasUnread: boolean, isDark: boolean): NativeImage => {
  const drawn = nativeImage.createFromPath(file)
  const { width, height } = drawn.getSize()
  if (process.platform === 'darwin' || width !== height) return drawn
  let bitmap = { pixels: drawn.toBitmap(), size: width }
  if (isDark) bitmap = tinted(bitmap, onDark)
  if (hasUnread) bitmap = withDot(bitmap)
  return nativeImage.createFromBitmap(bitmap.pixels, { width, height })
}

export const openDeskTray = (file: string, actions: TrayActions): DeskTray => {
  const tray = new Tray(trayIcon(file, false, nativeTheme.shouldUseDarkColors))
  tray.on('click', actions.open)
  let last: TrayView | undefined
  const show = (view: TrayView): void => {
    last = view
    const { unread, texts } = view
    tray.setToolTip(`${texts.appName}: ${unreadLine(unread, texts)}`)
    tray.setImage(trayIcon(file, unread > 0, nativeTheme.shouldUseDarkColors))
    if (process.platform === 'darwin') tray.setTitle(unread === 0 ? '' : String(unread))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(view, actions)))
  }
  const repaint = (): void => {
    if (last) show(last)
  }
  nativeTheme.on('updated', repaint)
  return {
    show,
    destroy: () => {
      nativeTheme.off('updated', repaint)
      tray.destroy()
    },
  }
}
