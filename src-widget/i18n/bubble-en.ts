// English words of the first part: the bubble and the panel's frame. Every word is downloaded by every visitor of a shop.

const messages = (count: number): string => (count === 1 ? 'message' : 'messages')

export const bubbleEn = {
  /** Name of the desk when neither the page nor the desk gives one. */
  deskName: 'Customer service',
  launcher: {
    open: 'Open chat',
    close: 'Close chat',
    openWithUnread: (count: number): string => `Open chat, ${count} unread ${messages(count)}`,
  },
  sound: { on: 'Sound is on', off: 'Sound is off' },
  link: {
    connecting: 'Connecting…',
    live: 'Connected',
    waiting: 'Reconnecting…',
    offline: 'Offline',
    refused: 'Not available',
  },
  /** Of the panel's content. */
  part: {
    loading: 'Loading…',
    missing: 'The chat cannot be loaded at the moment. What you wrote is kept, and it goes on by itself.',
    reload: 'If it takes long, reload the page.',
    tryNow: 'Try now',
  },
}

export type BubbleWords = typeof bubbleEn
