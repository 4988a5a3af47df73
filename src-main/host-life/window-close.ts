// What the close button of the main window does: whoever hosts goes on hosting, and must find the way back.
import type { DeskRole } from '../bridge/bridge-contract.ts'

/** `ask`: without a tray icon a hidden window could only be found again by those who are told how. */
export type WindowClose = 'close' | 'hide' | 'ask'

export const onWindowClose = (state: {
  readonly isQuitting: boolean
  readonly role: DeskRole['kind']
  readonly hasTray: boolean
}): WindowClose => {
  if (state.isQuitting || state.role !== 'host') return 'close'
  return state.hasTray ? 'hide' : 'ask'
}
