// Native notifications, one per conversation: a newer one replaces the older, a click opens the right conversation.
import { Notification } from 'electron'
import type { DeskNotification } from '../bridge/bridge-contract.ts'

/** Past this the oldest are closed: a night's worth must not pile up. */
const MAX_SHOWN = 20

export type Notifications = { show(notification: DeskNotification): void; closeAll(): void }

export const createNotifications = (clicked: (conversation: number) => void): Notifications => {
  const shown = new Map<number, Notification>()
  const close = (conversation: number) => {
    shown.get(conversation)?.close()
    shown.delete(conversation)
  }
  return {
    show: ({ title, body, conversation }) => {
      if (!Notification.isSupported()) return
      close(conversation)
      const oldest = shown.size >= MAX_SHOWN ? shown.keys().next().value : undefined
      if (oldest !== undefined) close(oldest)
      // The page plays its own sound, which the person can switch off there.
      const notification = new Notification({ title, body, silent: true })
      notification.on('click', () => {
        shown.delete(conversation)
        clicked(conversation)
      })
      notification.on('close', () => {
        if (shown.get(conversation) === notification) shown.delete(conversation)
      })
      shown.set(conversation, notification)
      notification.show()
    },
    closeAll: () => {
      for (const conversation of shown.keys()) close(conversation)
    },
  }
}
