// The desk of the past: a clock that the story moves, who is at work, and the queue given out by the very router that
// serves the living. Owns no story.
import {
  NO_AGENT,
  NO_CONVERSATION,
  NO_OFFSET,
  type AgentId,
  type AssignmentReason,
  type ConversationId,
  type EpochMs,
  type Offset,
  type VisitorId,
} from '../../protocol/index.ts'
import type { Verdict } from '../../core/conversation/judge.ts'
import { createDesk, type Desk } from '../../core/queue/desk.ts'
import { createLayeredRouter } from '../../core/routing/layered-router.ts'
import type { Command, SendCommand } from '../../ports/command.ts'
import { closingHour, openingHour, type Colleague } from '../colleagues.ts'
import type { Dice } from '../talk/dice.ts'
import type { HistoryWriter } from './history-writer.ts'
import type { TakePhoto } from './painted-photos.ts'
import { createTimeQueue } from './time-queue.ts'

export type FloorAgent = { readonly id: AgentId; readonly colleague: Colleague }

export type ShopFloor = {
  readonly desk: Desk
  now(): EpochMs
  /** What the clock on the shop's wall says: UTC fields read like local time. */
  localNow(): number
  at(atMs: number, task: () => void): void
  after(delayMs: number, task: () => void): void
  /** Everything that happens up to then; nothing after it ever will unless it is run again. */
  run(untilMs: number): void
  act(command: Command): Verdict
  hire(agent: FloorAgent): void
  agents(): readonly FloorAgent[]
  agent(id: AgentId): FloorAgent
  isAtWork(agent: FloorAgent): boolean
  /** From then on everyone is at work whatever the hour, the owner alone is out. */
  callEveryoneIn(): void
  say(visitor: VisitorId, text: string): ConversationId
  /** A picture of what is broken, where pictures can be made. */
  sendPhoto(visitor: VisitorId): void
  reply(agent: AgentId, conversation: ConversationId, text: string): void
  assign(conversation: ConversationId, agent: AgentId, reason: AssignmentReason, by: AgentId | 'router'): void
  /** Of the conversation's newest entry. */
  lastOffset(conversation: ConversationId): Offset
  visitorReads(visitor: VisitorId, conversation: ConversationId, upTo: Offset): void
  agentReads(agent: AgentId, conversation: ConversationId, upTo: Offset): void
  /** Gives out what waits, a moment later as a running server does. */
  dispatchSoon(): void
  onAssigned(listener: (conversation: ConversationId, agent: AgentId) => void): void
}

const HOUR_MS = 3_600_000
/** Long enough for a group commit and its fan-out. */
const DISPATCH_MS = 40
const TAKES_BY_HAND = 0.07
const CID_BYTES = 16

export const createShopFloor = (parts: {
  readonly writer: HistoryWriter
  readonly dice: Dice
  readonly startMs: number
  readonly utcOffsetMs: number
  readonly takePhoto: TakePhoto | undefined
}): ShopFloor => {
  const { writer, dice, utcOffsetMs, takePhoto } = parts
  const times = createTimeQueue()
  const desk = createDesk()
  const staff: FloorAgent[] = []
  const lastOffsets = new Map<ConversationId, Offset>()
  const listeners: ((conversation: ConversationId, agent: AgentId) => void)[] = []
  let now = parts.startMs
  let isDispatchPlanned = false
  let isEveryoneIn = false
  const router = createLayeredRouter({ clock: { now: () => now as EpochMs }, random: dice, nowMicros: () => 0 })

  const act = (command: Command): Verdict => {
    const verdict = writer.act(command, now as EpochMs)
    for (const committed of verdict.entries) {
      desk.apply(committed)
      router.apply(committed)
      lastOffsets.set(committed.entry.conversation, committed.entry.offset)
    }
    return verdict
  }

  const localNow = (): number => now + utcOffsetMs

  const isOnShift = ({ colleague }: FloorAgent): boolean => {
    if (isEveryoneIn) return colleague.role !== 'owner'
    const local = new Date(localNow())
    const hour = (localNow() % (24 * HOUR_MS)) / HOUR_MS
    return hour >= colleague.from && hour < colleague.to && !colleague.daysOff.includes(local.getUTCDay())
  }

  const isOnline = ({ id }: FloorAgent): boolean => desk.agent(id)?.status === 'online'
  const isAtWork = (agent: FloorAgent): boolean => isOnShift(agent) && isOnline(agent)

  /** The owner keeps the desk when nobody else can. */
  const atWork = (): readonly FloorAgent[] => {
    const able = staff.filter(isAtWork)
    const hour = (localNow() % (24 * HOUR_MS)) / HOUR_MS
    if (able.length > 0 || hour < openingHour || hour >= closingHour) return able
    return staff.slice(0, 1).filter(isOnline)
  }

  const assign: ShopFloor['assign'] = (conversation, agent, reason, by) => {
    const actor = by === 'router' ? ({ kind: 'system' } as const) : ({ kind: 'agent', id: by } as const)
    act({ type: 'assign', actor, conversation, agent, expectedOwner: NO_AGENT, reason })
    for (const listener of listeners) listener(conversation, agent)
  }

  const dispatch = (): void => {
    isDispatchPlanned = false
    const waiting = [...desk.conversations()].filter(({ owner }) => owner === NO_AGENT)
    for (const { id } of waiting.toSorted((left, right) => left.queuedAt - right.queuedAt || left.id - right.id)) {
      const candidates = atWork().map(({ id: agent, colleague: { capacity } }) => {
        return { agent, load: desk.loadOf(agent), capacity, lastAssignedAt: desk.lastAssignedAt(agent) }
      })
      const visitor = desk.conversation(id)?.visitor
      const decision = visitor === undefined ? undefined : router.route({ conversation: id, visitor, candidates })
      if (!decision) return
      const byHand = dice.chance(TAKES_BY_HAND)
      const reason: AssignmentReason = byHand ? { layer: 'manual', rule: 'taken', candidates: [] } : decision.reason
      assign(id, decision.agent, reason, byHand ? decision.agent : 'router')
    }
  }

  const after = (delayMs: number, task: () => void): void => times.add(now + delayMs, task)

  const send = (message: Pick<SendCommand, 'actor' | 'conversation' | 'text' | 'files'>): ConversationId => {
    const cid = Buffer.from(dice.bytes(CID_BYTES)).toString('base64url')
    return act({ type: 'send', cid, ...message }).outcome.conversation
  }

  return {
    desk,
    now: () => now as EpochMs,
    localNow,
    at: (atMs, task) => times.add(Math.max(now, atMs), task),
    after,
    run(untilMs) {
      for (let next = times.next(untilMs); next; next = times.next(untilMs)) {
        now = Math.floor(Math.max(now, next.atMs))
        next.task()
      }
      now = Math.max(now, untilMs)
    },
    act,
    hire: (agent) => void staff.push(agent),
    agents: () => staff,
    agent(id) {
      const found = staff.find((one) => one.id === id)
      if (!found) throw new Error(`nobody on the floor is agent ${id}`)
      return found
    },
    isAtWork,
    callEveryoneIn() {
      isEveryoneIn = true
    },
    say: (id, text) => send({ actor: { kind: 'visitor', id }, conversation: NO_CONVERSATION, text, files: [] }),
    sendPhoto(id) {
      if (!takePhoto) return
      const photo = takePhoto()
      writer.addFile(photo, id, now as EpochMs)
      send({ actor: { kind: 'visitor', id }, conversation: NO_CONVERSATION, text: '', files: [photo.key] })
    },
    reply: (id, conversation, text) => void send({ actor: { kind: 'agent', id }, conversation, text, files: [] }),
    assign,
    lastOffset: (conversation) => lastOffsets.get(conversation) ?? NO_OFFSET,
    visitorReads: (visitor, conversation, read) =>
      void act({ type: 'receipt', reader: { kind: 'visitor', id: 0 }, visitor, conversation, delivered: read, read }),
    agentReads: (agent, conversation, read) =>
      void act({
        type: 'receipt',
        reader: { kind: 'agent', id: agent },
        visitor: 0,
        conversation,
        delivered: read,
        read,
      }),
    dispatchSoon() {
      if (isDispatchPlanned) return
      isDispatchPlanned = true
      after(DISPATCH_MS, dispatch)
    },
    onAssigned: (listener) => void listeners.push(listener),
  }
}
