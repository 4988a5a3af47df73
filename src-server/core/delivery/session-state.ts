// A connection's life as data: its states, what can happen to it, and what it asks the outside to do.
import type {
  Announcement,
  ClientFrame,
  ClientFrameOf,
  Epoch,
  EpochMs,
  ErrorCode,
  Offset,
  ReceiptMark,
  ResetReason,
  Result,
  ServerFrame,
  Snapshot,
} from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Reader, ReplayChunk } from '../../ports/journal.ts'
import type { TokenBucket } from './token-bucket.ts'

/** A frame for many, encoded once for everyone who sees the same of it. */
export type Publication =
  | { readonly kind: 'entry'; readonly offset: Offset; readonly bytes: Uint8Array }
  | { readonly kind: 'receipts'; readonly bytes: Uint8Array }

/** What a greeted connection has, replaying or live. */
export type Member = {
  readonly reader: Reader
  readonly heardAt: EpochMs
  readonly beatAt: EpochMs
  readonly bucket: TokenBucket
  /** Everything in the reader's scope up to here is on this connection. */
  readonly sentUpTo: Offset
  /** Newest entry on this connection: the beat's `last`. */
  readonly lastSent: Offset
  readonly sendsInFlight: number
  readonly requestsInFlight: number
}

/** Where a replay is. `counting`, `reading`, `snapshot` and `marking` wait for an answer, `draining` for the network. */
export type ReplayStage =
  | { readonly at: 'counting' }
  | { readonly at: 'reading' }
  | { readonly at: 'snapshot'; readonly reason: ResetReason }
  | { readonly at: 'marking' }
  | {
      readonly at: 'draining'
      readonly goal: 'reading' | 'marking' | 'live'
      readonly since: EpochMs
      readonly buffered: number
    }

export type Replay = {
  readonly stage: ReplayStage
  /** Marks moved since here are still to be sent; undefined when a snapshot brought them. */
  readonly marksSince: Offset | undefined
  /** What was published meanwhile, in order, at most limits.maxReplayBuffer. */
  readonly buffer: readonly Publication[]
  /** The buffer was too small and is void: the replay reads on from the journal. */
  readonly overflowed: boolean
}

export type SessionState =
  | { readonly kind: 'greeting'; readonly openedAt: EpochMs }
  | { readonly kind: 'identifying'; readonly openedAt: EpochMs; readonly hello: ClientFrameOf<'hello'> }
  | { readonly kind: 'replaying'; readonly member: Member; readonly replay: Replay }
  | { readonly kind: 'live'; readonly member: Member }
  | { readonly kind: 'closed' }

export type ReplayingSession = Extract<SessionState, { kind: 'replaying' }>

/** What the step may look at besides state and input. */
export type SessionContext = {
  readonly now: EpochMs
  readonly epoch: Epoch
  readonly head: Offset
  /** Bytes handed to the connection that the network has not taken. */
  readonly bufferedBytes: number
  readonly announcement: Announcement | null
}

export type SessionInput =
  | { readonly type: 'received'; readonly bytes: Uint8Array }
  | { readonly type: 'identified'; readonly result: Result<Identity> }
  | { readonly type: 'counted'; readonly count: number }
  | { readonly type: 'chunk'; readonly chunk: ReplayChunk }
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'marks'; readonly marks: readonly ReceiptMark[] }
  | { readonly type: 'published'; readonly publication: Publication }
  /** Typing and presence: only for the live, and the first to go when the reader is slow. */
  | { readonly type: 'ephemeral'; readonly bytes: Uint8Array }
  /** For the live who keep up; everybody else is told by `live`. */
  | { readonly type: 'announced'; readonly bytes: Uint8Array }
  /** `entry`: of a message that was stored just now. A connection that was sent it needs no other answer. */
  | {
      readonly type: 'answered'
      readonly frame: ServerFrame
      readonly to: 'send' | 'request'
      readonly entry?: Offset | undefined
    }
  | { readonly type: 'tick' }
  | { readonly type: 'end'; readonly code: ErrorCode; readonly retryAfterMs: number }
  /** The connection is gone; nothing can be sent any more. */
  | { readonly type: 'gone' }

/** Frames whose meaning lies outside the session. */
export type OrderFrame = Exclude<ClientFrame, { type: 'hello' | 'resume' | 'beat' }>

export type SessionEffect =
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | { readonly type: 'identify'; readonly token: string }
  /** From here on publications of the reader's scope must be fed in. Comes before any read, so that nothing falls between. */
  | { readonly type: 'join'; readonly identity: Identity; readonly reader: Reader }
  | { readonly type: 'count'; readonly reader: Reader; readonly after: Offset }
  | { readonly type: 'read'; readonly reader: Reader; readonly after: Offset }
  | { readonly type: 'snapshot'; readonly reader: Reader }
  | { readonly type: 'marks'; readonly reader: Reader; readonly since: Offset }
  /** Feed in who is there now: a replay does not carry presence. */
  | { readonly type: 'present' }
  | { readonly type: 'order'; readonly frame: OrderFrame }
  | { readonly type: 'end'; readonly code: ErrorCode; readonly retryAfterMs: number }
  | { readonly type: 'dropped'; readonly reason: DropReason }
  | { readonly type: 'refused'; readonly reason: ErrorCode }

/** Effects that ask a question: each is answered by one input, or by `end` when it cannot be. */
export type LookupEffect = Extract<SessionEffect, { type: 'identify' | 'count' | 'read' | 'snapshot' | 'marks' }>

export type DropReason =
  | 'slow_reader_reads_on_later'
  | 'ephemeral_to_slow_reader'
  | 'replay_buffer_overflow'
  | 'resume_while_replaying'

export type SessionStep = { readonly state: SessionState; readonly effects: readonly SessionEffect[] }
