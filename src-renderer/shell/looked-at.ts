// Which conversation is looked at in a window of its own, so that the main window does not call for what is seen there.
import { NO_CONVERSATION, type ConversationId } from '#protocol'
import { useEffect } from 'react'

const channelName = 'frontdesk-looked-at'

/** In the window of one conversation: says when it is before the eyes, and when not. */
export function useSayLookedAt(id: ConversationId): void {
  useEffect(() => {
    const channel = new BroadcastChannel(channelName)
    const say = (): void => channel.postMessage(document.hasFocus() ? id : NO_CONVERSATION)
    const end = (): void => channel.postMessage(NO_CONVERSATION)
    say()
    window.addEventListener('focus', say)
    window.addEventListener('blur', end)
    window.addEventListener('pagehide', end)
    return () => {
      window.removeEventListener('focus', say)
      window.removeEventListener('blur', end)
      window.removeEventListener('pagehide', end)
      channel.close()
    }
  }, [id])
}

/** In the main window: hears it. @returns what ends the hearing. */
export function hearLookedAt(heard: (id: ConversationId) => void): () => void {
  const channel = new BroadcastChannel(channelName)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'number') heard(data as ConversationId)
  })
  return () => channel.close()
}
