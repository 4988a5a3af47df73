// Whether a colleague stands between the person and sending, and whether they were asked about it already.
import type { ConversationId } from '#protocol'
import { useState } from 'react'
import { useConversation, useDesk } from '../../stores/desk.ts'
import type { Draft } from '../../stores/draft-store.ts'
import { softLockOf, type SoftLock } from '../../stores/soft-lock.ts'

export type SoftLockState = {
  /** What there is to say. Asked about, it stays until it is decided: nothing vanishes under the hand. */
  readonly lock: SoftLock | undefined
  readonly isAsking: boolean
  readonly ask: () => void
  readonly stopAsking: () => void
}

export function useSoftLock(id: ConversationId, draft: Draft): SoftLockState {
  const { self } = useDesk().session
  const view = useConversation(id)
  const [asked, setAsked] = useState<SoftLock>()
  const now = view && softLockOf(view, self.id, draft.seen)
  const lock = now?.kind === 'answered' ? now : (asked ?? now)
  return {
    lock,
    isAsking: asked !== undefined,
    ask: () => setAsked(lock),
    stopAsking: () => setAsked(undefined),
  }
}
