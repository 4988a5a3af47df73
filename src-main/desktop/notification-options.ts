// What a native notification is made of, by system. Electron-free.
import type { DeskNotification } from '../bridge/bridge-contract.ts'

export type NotificationOptions = {
  readonly title: string
  readonly body: string
  readonly silent: true
  readonly hasReply?: true
  readonly replyPlaceholder?: string
}

/** The page plays its own sound, which the person can switch off there. A field for an answer is macOS's alone here. */
export const notificationOptions = (
  system: string,
  { title, body, conversation, mayReply }: DeskNotification,
  replyPlaceholder: string,
): NotificationOptions => ({
  title,
  body,
  silent: true,
  ...(system === 'darwin' && mayReply && conversation > 0 && { hasReply: true, replyPlaceholder }),
})
