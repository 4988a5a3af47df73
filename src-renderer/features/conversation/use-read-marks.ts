// Says "read" only for what a person can have read: the message was in view, in a window that had the focus.
import { NO_OFFSET, type ConversationId, type Offset } from '#protocol'
import { useEffect, useRef } from 'react'
import { useDesk } from '../../stores/desk.ts'

const isLooking = (): boolean => document.visibilityState === 'visible' && document.hasFocus()

/** `seen`: the newest stored message in view; called again whenever that changes or the window gets the focus. */
export function useReadMarks(id: ConversationId, seen: Offset | undefined): void {
  const { client } = useDesk().session
  const told = useRef<Offset>(NO_OFFSET)
  useEffect(() => {
    const tell = (): void => {
      if (seen === undefined || seen <= told.current || !isLooking()) return
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
  }, [client, id, seen])
}
