// Says "read" only for what a person can have read: the message was in view, in a window that had the focus. Whoever looks
// over a colleague's shoulder leaves no mark: the visitor's "seen" means somebody who will answer.
import { NO_AGENT, NO_OFFSET, type ConversationId, type Offset } from '#protocol'
import { useEffect, useRef } from 'react'
import { useClient, useDesk } from '../../stores/desk.ts'

const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

/** `seen`: the newest stored message in view; called again whenever that changes or the window gets the focus. */
export function useReadMarks(id: ConversationId, seen: Offset | undefined): void {
  const { client, self } = useDesk().session
  const concernsMe = useClient(({ conversations }) => {
    const owner = conversations.get(id)?.summary.owner
    return owner === self.id || owner === NO_AGENT
  })
  const told = useRef<Offset>(NO_OFFSET)
  useEffect(() => {
    const tell = (): void => {
      if (!concernsMe || seen === undefined || seen <= told.current || !isLooking()) return
      told.current = seen
      client.markRead(id, seen)
    }
    tell()
    window.addEventListener('focus', tell)
    document.addEventListener('visibilitychange', tell)
    return () => {
      window.removeEventListener('focus', tell)
      document.removeEventListener('visibilitychange', tell)
    }
  }, [client, id, seen, concernsMe])
}
