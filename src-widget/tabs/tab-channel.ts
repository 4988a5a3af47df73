// How tabs hear each other. A page where the browser has no BroadcastChannel is alone, and every tab leads itself.
import type { Cancel } from '#client/environment.ts'
import type { TabMessage } from './tab-message.ts'

export type TabChannel = {
  /** Reaches every other tab, in order, never the sender. */
  post(message: TabMessage): void
  listen(listener: (message: TabMessage) => void): Cancel
}

const isTabMessage = (value: unknown): value is TabMessage =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export const openTabChannel = (name: string): TabChannel | undefined => {
  try {
    const channel = new BroadcastChannel(name)
    return {
      post: (message) => channel.postMessage(message),
      listen(listener) {
        const heard = (event: MessageEvent<unknown>): void => {
          if (isTabMessage(event.data)) listener(event.data)
        }
        channel.addEventListener('message', heard)
        return () => channel.removeEventListener('message', heard)
      },
    }
  } catch {
    // Missing in old browsers, forbidden in sandboxed frames.
    return undefined
  }
}
