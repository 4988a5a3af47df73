// What the crowd has to know of the server it talks to: how to say who one is, a message, a typing sign, a receipt, and how to
// tell what comes back. One per system under test.

/** Which conversation a member writes in, and as who. Conversations are numbered from 0; each has one visitor. */
export type Place = { readonly conversation: number; readonly side: Side }
export type Side = 'visitor' | 'agent'

/** Numbers, because this is asked for every frame. */
export const heard = { nothing: 0, live: 1, ack: 2, message: 3, refused: 4 } as const
export type Heard = (typeof heard)[keyof typeof heard]

/** A frame to be sent again and again: a message's has its number in it, as DIGITS decimal digits at `digitsAt`. */
export type Template = { readonly frame: Buffer; readonly digitsAt: number }
export const DIGITS = 8

export type Dialect = {
  readonly path: string
  readonly subprotocol: string | undefined
  /** Said as soon as the socket is open. `cursor`: the newest offset this member has, 0 for none. */
  greet(member: number, cursor: number): readonly Buffer[]
  message(place: Place, text: string): Template
  typing(place: Place): Buffer
  /** `offset`: of the message that was read, where the system has such a thing. */
  receipt(place: Place, offset: number): Buffer
  /** Asks for a page of the conversation's history; undefined where there is none. */
  history(place: Place): Buffer | undefined
  /** The kind of a frame; the messages' numbers in it go to `numbers` and their highest offset to `offset`. */
  hear(bytes: Buffer, start: number, end: number, into: HeardDetails): Heard
  /** Answers a frame that asks for it: heartbeats, steps of a greeting. */
  answer(bytes: Buffer, start: number, member: number): Buffer | undefined
}

export type HeardDetails = { numbers: number[]; offset: number }

export const digitsOf = (number: number): string => String(number).padStart(DIGITS, '0')

/** The number in DIGITS digits at `at`. */
export const readDigits = (bytes: Buffer, at: number): number => {
  let number = 0
  for (let index = at; index < at + DIGITS; index += 1) number = number * 10 + (bytes[index] ?? 48) - 48
  return number
}

/** A frame with these digits in it, and where they lie. */
export const templateOf = (frame: Buffer, digits: string): Template => {
  const digitsAt = frame.indexOf(digits)
  if (digitsAt === -1) throw new Error('the frame has no number in it')
  return { frame, digitsAt }
}

/** All numbers behind `mark` in the payload. */
export const collectNumbers = (bytes: Buffer, start: number, end: number, mark: Buffer, numbers: number[]): void => {
  for (let at = bytes.indexOf(mark, start); at !== -1 && at < end; at = bytes.indexOf(mark, at + mark.length))
    numbers.push(readDigits(bytes, at + mark.length))
}
