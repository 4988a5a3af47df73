// A script between two bots who share nothing but the desk: where it stands, and who is speaking just now.
import type { Script, Step } from '../talk/script.ts'

export type RunningTalk = {
  readonly script: Script
  /** Whose turn it is and what they say; undefined when all is said. */
  next(): Step | undefined
  /** The turn was taken, by the script or by a person in words of their own. */
  advance(): void
  /** Somebody is in the middle of several bubbles. */
  isSpeaking: boolean
  /** Went to a colleague once; does not again. */
  wasHandedOver: boolean
}

export const runTalk = (script: Script): RunningTalk => {
  let position = 0
  return {
    script,
    next: () => script.steps[position],
    advance() {
      position += 1
    },
    isSpeaking: false,
    wasHandedOver: false,
  }
}
