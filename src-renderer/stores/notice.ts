// Whether and how something that came calls the person: one decision for the desktop program and the browser. Pure; what is shown
// and heard is platform/ and chime.ts there.
import type { ConversationId } from '#protocol'
import type { Preferences, SoundChoice } from './preferences-store.ts'

/** `colleague`: somebody did something in a conversation of mine, or whispered. */
export type NoticeKind = 'message' | 'assigned' | 'offered' | 'colleague'

export type Looking = {
  /** The window is in front and has the keyboard. */
  readonly isLooking: boolean
  readonly shown: ConversationId
}

export type Notice = {
  readonly sound: SoundChoice
  /** Outside of the window, by the system. */
  readonly shows: boolean
  /** The taskbar's button flashes, the dock's icon jumps. */
  readonly flashes: boolean
  /** Says that something came, not from whom and what: others may see this screen. */
  readonly isPrivate: boolean
}

/** Until the person ends it themselves. */
export const QUIET_WITHOUT_END = Number.MAX_SAFE_INTEGER

export const isQuiet = ({ quietUntil }: Pick<Preferences, 'quietUntil'>, now: number): boolean => quietUntil > now

const soundOf = (kind: NoticeKind, preferences: Preferences): SoundChoice => {
  if (!preferences.sound) return 'none'
  switch (kind) {
    case 'message':
      return preferences.soundMessage
    case 'assigned':
      return preferences.soundAssigned
    case 'offered':
    case 'colleague':
      return preferences.soundCalled
    default:
      return kind satisfies never
  }
}

/** @returns undefined when it is before the person's eyes, or they are not to be disturbed. An offer does not wait: it sounds always. */
export function noticeOf(
  { kind, conversation }: { readonly kind: NoticeKind; readonly conversation: ConversationId },
  { isLooking, shown }: Looking,
  preferences: Preferences,
  now: number,
): Notice | undefined {
  if (isQuiet(preferences, now)) return undefined
  if (isLooking && shown === conversation && kind !== 'offered') return undefined
  return {
    sound: soundOf(kind, preferences),
    shows: preferences.notifications && !isLooking,
    flashes: preferences.flash && !isLooking,
    isPrivate: preferences.hideText,
  }
}

/** Eight in the morning of the next day, where the person is: nobody means midnight. */
export function tomorrowMorning(now: number): number {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1, 8).getTime()
}
