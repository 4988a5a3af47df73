// The desk in a plain browser: the server that served the page is the desk, localStorage keeps the session.
import type { DeskPlace } from '#bridge/bridge-contract.ts'
import { clientName } from './client-name.ts'
import type { NotificationRight, Platform } from './platform.ts'

/** Fits what a screen of any system shows of a notification. */
const shownForMs = 10_000

export function createBrowserPlatform(page: Window & typeof globalThis): Platform {
  const listeners = new Set<(place: DeskPlace) => void>()
  const shownNow = new Map<number, Notification>()
  const close = (conversation: number): void => {
    shownNow.get(conversation)?.close()
    shownNow.delete(conversation)
  }
  const right = (): NotificationRight => {
    if (!('Notification' in page)) return 'blocked'
    const permission = page.Notification.permission
    return permission === 'default' ? 'ask' : permission === 'granted' ? 'granted' : 'blocked'
  }
  return {
    kind: 'browser',
    version: undefined,
    clientName: clientName(page.navigator.userAgent),
    servedBy: page.location.origin,
    desktop: undefined,
    secrets: {
      get: (name) => Promise.resolve(page.localStorage.getItem(name) ?? undefined),
      set: (name, value) => Promise.resolve(page.localStorage.setItem(name, value)),
      remove: (name) => Promise.resolve(page.localStorage.removeItem(name)),
    },
    notificationRight: right,
    askForNotifications: async () => {
      if (right() === 'ask') await page.Notification.requestPermission()
      return right()
    },
    notify: ({ title, body, conversation }) => {
      if (right() !== 'granted') return
      // The tag replaces an earlier notification of the same conversation instead of piling up.
      const shown = new page.Notification(title, { body, tag: `conversation-${conversation}` })
      shownNow.set(conversation, shown)
      shown.onclick = () => {
        page.focus()
        close(conversation)
        for (const listener of listeners) listener({ kind: 'conversation', conversation })
      }
      page.setTimeout(() => {
        if (shownNow.get(conversation) === shown) close(conversation)
      }, shownForMs)
    },
    dismiss: close,
    onPlaceWanted: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    popOut: (conversation) => {
      // Named, so that a second press brings the first window back; the browser itself bounds how many there are.
      page.open(`?alone#/open/${conversation}`, `conversation-${conversation}`, 'popup,width=760,height=720')
      return Promise.resolve('open')
    },
    setUnread: (count) => {
      if (!('setAppBadge' in page.navigator)) return
      // Only an installed page has a badge; elsewhere the browser refuses, and the title tells the count anyway.
      page.navigator.setAppBadge(count).catch(() => undefined)
    },
    setLanguage: () => undefined,
  }
}
