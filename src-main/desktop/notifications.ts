// Native notifications, one per conversation: a newer one replaces the older, a click opens the right conversation, and where
// the system has a field for it an answer can be written at once.
import { Notification } from 'electron'
import type { DeskNotification } from '../bridge/bridge-contract.ts'
import { notificationOptions } from './notification-options.ts'

/** Past this the oldest are closed: a night's worth must not pile up. */
const MAX_SHOWN = 20

export type Notifications = {
  show(notification: DeskNotification): void
  /** In the desktop's own words: about the program, not about a conversation. */
  tell(title: string, body: string): void
  close(conversation: number): void
  closeAll(): void
}

export type NotificationEvents = {
  clicked(conversation: number): void
  replied(conversation: number, text: string): void
  /** Of the field for an answer. */
  placeholder(): string
}

export const createNotifications = ({ clicked, replied, placeholder }: NotificationEvents): Notifications => {
  const shown = new Map<number, Notification>()
  const close = (conversation: number) => {
    shown.get(conversation)?.close()
    shown.delete(conversation)
  }
  const show = (wanted: DeskNotification) => {
    const { conversation } = wanted
    if (!Notification.isSupported()) return
    close(conversation)
    const oldest = shown.size >= MAX_SHOWN ? shown.keys().next().value : undefined
    if (oldest !== undefined) close(oldest)
    const notification = new Notification(notificationOptions(process.platform, wanted, placeholder()))
    notification.on('click', () => {
      shown.delete(conversation)
      clicked(conversation)
    })
    notification.on('reply', ({ reply }) => {
      shown.delete(conversation)
      replied(conversation, reply)
    })
    notification.on('close', () => {
      if (shown.get(conversation) === notification) shown.delete(conversation)
    })
    shown.set(conversation, notification)
    notification.show()
  }
  return {
    show,
    tell: (title, body) => show({ title, body, conversation: 0, mayReply: false }),
    close,
    closeAll: () => {
      for (const conversation of shown.keys()) close(conversation)
    },
  }
}
