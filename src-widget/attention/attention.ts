// Draws attention to what is unread: a number in the page's title, one soft sound over all tabs. The bubble's own badge is the
// screen's business.
import type { Cancel } from '#client/environment.ts'
import { unreadMessages } from '../conversation/unread.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'
import { createNewsWatch } from './new-messages.ts'

export type AttentionOptions = {
  readonly client: Pick<VisitorClient, 'state' | 'subscribe'>
  readonly setTitle: (unread: number) => void
  readonly play: () => void
  /** False when muted, when another tab is the one in use, or when the visitor is looking at the conversation. */
  readonly maySound: () => boolean
}

export const startAttention = ({ client, setTitle, play, maySound }: AttentionOptions): Cancel => {
  const watch = createNewsWatch()
  const look = (): void => {
    const { ready, conversations } = client.state()
    const unread = unreadMessages(conversations)
    setTitle(unread.length)
    if (watch(ready, unread) > 0 && maySound()) play()
  }
  look()
  return client.subscribe(look)
}
