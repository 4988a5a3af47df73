// How often one connection's typing sign is passed on: changes at once, repetitions only so that it does not fade.
import { limits, type ConversationId, type EpochMs } from '../../protocol/index.ts'

export type TypingSign = { readonly conversation: ConversationId; readonly active: boolean; readonly at: EpochMs }

/** SPEC D9.8. @returns the sign to pass on and to remember, or undefined when the last one still says it. */
export const nextTypingSign = (
  last: TypingSign | undefined,
  frame: { readonly conversation: ConversationId; readonly active: boolean },
  now: EpochMs,
): TypingSign | undefined => {
  const sign = { conversation: frame.conversation, active: frame.active, at: now }
  if (!last || last.conversation !== frame.conversation) return frame.active ? sign : undefined
  // "Stopped" ends a sign that was shown, once; "typing" comes again before it fades, not faster than that.
  if (!frame.active) return last.active ? sign : undefined
  if (!last.active) return sign
  // A last sign in the future was shown before the clock was set back.
  const isRecent = now - last.at < limits.typingRepeatMs && now >= last.at
  return isRecent ? undefined : sign
}
