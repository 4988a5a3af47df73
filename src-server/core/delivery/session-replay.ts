// Catching up: from a cursor (or nothing) to live, in order and complete, however fast entries come meanwhile (D4).
import { limits, NO_OFFSET, type Epoch, type Offset, type ResetReason } from '../../protocol/index.ts'
import type { ReplayChunk } from '../../ports/journal.ts'
import { redact } from '../conversation/redact.ts'
import type {
  Member,
  Publication,
  Replay,
  ReplayingSession,
  ReplayStage,
  SessionContext,
  SessionEffect,
  SessionInput,
  SessionStep,
} from './session-state.ts'
import { endWith, isBehind, sendFrame, stay, withMember } from './session-step.ts'
import { fitting } from './wire-weight.ts'

const resetReason = (cursor: Offset, epoch: Epoch, context: SessionContext): ResetReason | undefined => {
  if (cursor === NO_OFFSET) return 'first'
  if (epoch !== context.epoch) return 'epoch'
  return cursor > context.head ? 'future' : undefined
}

const at = (session: ReplayingSession, stage: ReplayStage, ...effects: readonly SessionEffect[]): SessionStep =>
  stay({ ...session, replay: { ...session.replay, stage } }, ...effects)

const askSnapshot = (session: ReplayingSession, reason: ResetReason): SessionStep =>
  at(session, { at: 'snapshot', reason }, { type: 'snapshot', reader: session.member.reader })

const askChunk = (session: ReplayingSession): SessionStep =>
  at(session, { at: 'reading' }, { type: 'read', reader: session.member.reader, after: session.member.sentUpTo })

/** SPEC D4.2-D4.5. Nothing of the old cursor counts any more: the client named another. */
export const startReplay = (
  member: Member,
  wanted: { readonly epoch: Epoch; readonly cursor: Offset },
  context: SessionContext,
): SessionStep => {
  const { cursor } = wanted
  const replay: Replay = { stage: { at: 'counting' }, marksSince: cursor, buffer: [], overflowed: false }
  const session: ReplayingSession = { kind: 'replaying', member: { ...member, sentUpTo: cursor }, replay }
  const reason = resetReason(cursor, wanted.epoch, context)
  if (reason) return askSnapshot(session, reason)
  if (cursor === context.head) return proceed(session, 'marking', context)
  // Offsets count everybody's entries: only a large distance can hide too many of the reader's own.
  if (context.head - cursor > limits.maxReplayEntries)
    return at(session, { at: 'counting' }, { type: 'count', reader: member.reader, after: cursor })
  return askChunk(session)
}

type Next = Extract<ReplayStage, { at: 'draining' }>['goal']

/** Sends, then goes on to the next stage, or waits until the network has taken what it was given. */
const proceed = (
  session: ReplayingSession,
  goal: Next,
  context: SessionContext,
  ...effects: readonly SessionEffect[]
): SessionStep => {
  const handed = effects.reduce((sum, effect) => sum + (effect.type === 'send' ? effect.bytes.length : 0), 0)
  const after = { ...context, bufferedBytes: context.bufferedBytes + handed }
  const next = isBehind(after)
    ? at(session, { at: 'draining', goal, since: after.now, buffered: after.bufferedBytes })
    : go(session, goal, after)
  return { state: next.state, effects: [...effects, ...next.effects] }
}

const go = (session: ReplayingSession, goal: Next, context: SessionContext): SessionStep => {
  const { replay } = session
  if (goal === 'reading' || replay.overflowed) {
    // Collecting starts anew before the read: what is published from now on is either in the read or in the buffer.
    return askChunk({ ...session, replay: { ...replay, overflowed: false } })
  }
  if (replay.marksSince !== undefined)
    return at(session, { at: 'marking' }, { type: 'marks', reader: session.member.reader, since: replay.marksSince })
  return goLive(session, context)
}

const goLive = ({ member, replay }: ReplayingSession, context: SessionContext): SessionStep => {
  const missed = replay.buffer.filter((item) => item.kind === 'receipts' || item.offset > member.sentUpTo)
  const lastMissed = missed.findLast((item) => item.kind === 'entry')?.offset ?? member.lastSent
  const lastSent = Math.max(member.lastSent, lastMissed) as Offset
  // A reader of the journal may be ahead of what this thread was told; what comes late is then left out as already sent.
  const sentUpTo = Math.max(member.sentUpTo, context.head) as Offset
  const effects: SessionEffect[] = missed.map(({ bytes }) => ({ type: 'send', bytes }))
  effects.push(sendFrame({ type: 'live', cursor: sentUpTo, announcement: context.announcement }))
  effects.push({ type: 'present' })
  return { state: { kind: 'live', member: { ...member, sentUpTo, lastSent } }, effects }
}

const onChunk = (session: ReplayingSession, chunk: ReplayChunk, context: SessionContext): SessionStep => {
  const { member } = session
  const sent = fitting(chunk.entries, limits.maxPageBytes)
  const isWhole = sent.length === chunk.entries.length
  const last = sent.at(-1)?.offset ?? member.lastSent
  const sentUpTo = isWhole ? chunk.upTo : last
  const moved = withMember(session, {
    sentUpTo: Math.max(sentUpTo, member.sentUpTo) as Offset,
    lastSent: Math.max(last, member.lastSent) as Offset,
  })
  const goal = chunk.more || !isWhole ? 'reading' : 'marking'
  if (sent.length === 0) return proceed(moved, goal, context)
  const entries = sent.map((entry) => redact(entry, member.reader))
  return proceed(moved, goal, context, sendFrame({ type: 'entries', entries }))
}

/** Answers to what the replay asked for. An answer that no longer fits the stage belongs to a replay given up: ignored. */
export const stepReplay = (
  session: ReplayingSession,
  input: Extract<SessionInput, { type: 'counted' | 'chunk' | 'snapshot' | 'marks' }>,
  context: SessionContext,
): SessionStep => {
  const { stage } = session.replay
  switch (input.type) {
    case 'counted':
      if (stage.at !== 'counting') return stay(session)
      return input.count > limits.maxReplayEntries ? askSnapshot(session, 'too_old') : askChunk(session)
    case 'chunk':
      return stage.at === 'reading' ? onChunk(session, input.chunk, context) : stay(session)
    case 'snapshot': {
      if (stage.at !== 'snapshot') return stay(session)
      const { cursor } = input.snapshot
      const replay: Replay = {
        ...session.replay,
        // Marks that an overflow lost moved after the snapshot was taken.
        marksSince: session.replay.overflowed ? cursor : undefined,
      }
      const moved: ReplayingSession = { ...withMember(session, { sentUpTo: cursor }), replay }
      const reset = sendFrame({ type: 'reset', reason: stage.reason, snapshot: input.snapshot })
      return proceed(moved, 'live', context, reset)
    }
    case 'marks': {
      if (stage.at !== 'marking') return stay(session)
      const { replay, member } = session
      const marksSince = replay.overflowed ? member.sentUpTo : undefined
      const done: ReplayingSession = { ...session, replay: { ...replay, marksSince } }
      if (input.marks.length === 0) return proceed(done, 'live', context)
      return proceed(done, 'live', context, sendFrame({ type: 'receipts', marks: input.marks }))
    }
    default:
      return input satisfies never
  }
}

/**
 * A live reader that did not keep up: it catches up from the journal once the network has taken what it was given, so that
 * a burst that someone else sends costs it a moment and not its connection (D9).
 */
export const fallBehind = (member: Member, context: SessionContext): SessionStep => {
  const stage = { at: 'draining', goal: 'reading', since: context.now, buffered: context.bufferedBytes } as const
  const replay: Replay = { stage, marksSince: member.sentUpTo, buffer: [], overflowed: true }
  return stay({ kind: 'replaying', member, replay }, { type: 'dropped', reason: 'slow_reader_reads_on_later' })
}

/** A look at the network: go on when it has taken enough, give up when it takes nothing. SPEC D9.6. */
export const checkDrain = (session: ReplayingSession, context: SessionContext): SessionStep => {
  const { stage } = session.replay
  if (stage.at !== 'draining') return stay(session)
  if (!isBehind(context)) return go(session, stage.goal, context)
  // A clock that was set back starts the wait over.
  if (context.bufferedBytes < stage.buffered || context.now < stage.since)
    return at(session, { ...stage, since: context.now, buffered: context.bufferedBytes })
  return context.now - stage.since > limits.drainWithinMs ? endWith('slow_reader') : stay(session)
}

/** Keeps what is published meanwhile, or notes that it could not. */
export const keepForLater = (session: ReplayingSession, publication: Publication): SessionStep => {
  const { replay } = session
  if (replay.overflowed) return stay(session)
  if (replay.buffer.length < limits.maxReplayBuffer)
    return stay({ ...session, replay: { ...replay, buffer: [...replay.buffer, publication] } })
  const marksSince = replay.marksSince ?? session.member.sentUpTo
  return stay(
    { ...session, replay: { ...replay, buffer: [], overflowed: true, marksSince } },
    { type: 'dropped', reason: 'replay_buffer_overflow' },
  )
}
