// Puts the number of unread messages on the program's icon, and calls a person who looks elsewhere.
import { app, nativeImage, type BrowserWindow } from 'electron'
import { badgeBitmap, BADGE_SIZE } from './badge.ts'

export const showBadge = (window: BrowserWindow | undefined, unread: number, description: string): void => {
  if (process.platform !== 'win32') return void app.setBadgeCount(unread)
  if (!window || window.isDestroyed()) return
  const { pixels } = badgeBitmap(unread)
  const image =
    unread === 0
      ? null
      : nativeImage.createFromBitmap(pixels, { width: BADGE_SIZE, height: BADGE_SIZE, scaleFactor: 2 })
  window.setOverlayIcon(image, description)
}

/** Ends by itself when the window gets the focus. */
export const callAttention = (window: BrowserWindow | undefined): void => {
  if (process.platform === 'darwin') app.dock?.bounce('informational')
  else if (window && !window.isDestroyed() && !window.isFocused()) {
    window.flashFrame(true)
    window.once('focus', () => window.flashFrame(false))
  }
}
