import type { ConversationSummary } from '#protocol'
import { useSelf } from './desk.ts'
import { isWatching } from './ownership.ts'

/** Whether the conversation on the screen is one that I only read along in. */
export function useIsWatching(summary: ConversationSummary | undefined): boolean {
  const self = useSelf()
  return summary !== undefined && isWatching(summary, self)
}
