// What greeted clients say, brought to where it is done: messages and receipts to the journal, signs to the hub.
import {
  NO_OFFSET,
  THE_VISITOR,
  type Author,
  type ClientFrameOf,
  type ConversationId,
  type ErrorCode,
  type ServerFrame,
} from '../../protocol/index.ts'
import type { OrderFrame, SessionInput } from '../../core/delivery/session-state.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { ReviseCommand, SendCommand } from '../../ports/command.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { actorOf } from './actor-of.ts'
import { faultCode } from './fault-code.ts'
import type { GatewayMember } from './gateway-member.ts'
import type { RequestFrame, Requests } from './gateway-requests.ts'
import type { Hub } from './hub.ts'
import type { WorkInFlight } from './work-in-flight.ts'

export type Orders = (member: GatewayMember, frame: OrderFrame) => void

type SendingFrame = ClientFrameOf<'send'> | ClientFrameOf<'revise'>
type Answer = Pick<Extract<SessionInput, { type: 'answered' }>, 'frame' | 'entry'>

export const createOrders = (parts: {
  readonly journal: Journal
  readonly desk: Desk
  readonly hub: Hub
  readonly requests: Requests
  readonly work: WorkInFlight
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly isStopping: () => boolean
}): Orders => {
  const { journal, desk, hub, requests, work, clock, logger, metrics, isStopping } = parts

  const fault = (error: unknown, frame: OrderFrame): ErrorCode => {
    const code = faultCode(error)
    logger.error({ error, frame: frame.type, code }, 'an order failed')
    return code
  }

  const commandOf = (member: GatewayMember, frame: SendingFrame): SendCommand | ReviseCommand => {
    const actor = actorOf(member.identity)
    const { cid, conversation } = frame
    if (frame.type === 'revise')
      return { type: 'revise', actor, conversation, cid, message: frame.message, text: frame.text }
    const { text, files, quote, reply, seen } = frame
    return { type: 'send', actor, conversation, cid, text, files, quote, reply, seen }
  }

  const send = async (member: GatewayMember, frame: SendingFrame): Promise<Answer> => {
    const { cid } = frame
    const rejected = (code: ErrorCode): Answer => ({ frame: { type: 'reject', cid, code } })
    if (isStopping()) return rejected('server_stopping')
    const startedAt = clock.now()
    const result = await journal.commit(commandOf(member, frame))
    // A good token whose visitor the journal does not know: it was restored from before. Only a new identity helps, and the
    // message is not refused but waits for it.
    if (!result.ok && result.code === 'unauthorized') member.feed({ type: 'end', code: result.code, retryAfterMs: 0 })
    if (!result.ok) return rejected(result.code)
    metrics.observe('send_to_ack_seconds', (clock.now() - startedAt) / 1_000)
    const { offset, seq, at, duplicate } = result.value
    return {
      frame: { type: 'ack', cid, conversation: result.value.conversation, offset, seq, at },
      // What was stored before may have come on another connection, and been lost with it.
      entry: duplicate ? undefined : offset,
    }
  }

  const receipt = async ({ identity }: GatewayMember, frame: ClientFrameOf<'receipt'>): Promise<void> => {
    const isVisitor = identity.kind === 'visitor'
    const current = isVisitor ? desk.currentOf(identity.id) : undefined
    const conversation: ConversationId = frame.conversation || (current ?? frame.conversation)
    const reader: Author = isVisitor ? { kind: 'visitor', id: THE_VISITOR } : { kind: 'agent', id: identity.account.id }
    // "Delivered" tells a visitor that the desk has it: the owner's word, not one of every window in the office.
    const isTheirs = isVisitor || desk.conversation(conversation)?.owner === identity.account.id
    const delivered = isTheirs ? frame.delivered : NO_OFFSET
    if ((delivered === NO_OFFSET && frame.read === NO_OFFSET) || isStopping()) return
    const visitor = isVisitor ? identity.id : 0
    const result = await journal.commit({ type: 'receipt', reader, visitor, conversation, delivered, read: frame.read })
    // Receipts have no answer: the next one says it again.
    if (!result.ok) metrics.count('dropped_total', { reason: `receipt_${result.code}` })
  }

  const request = async (member: GatewayMember, frame: RequestFrame): Promise<ServerFrame> =>
    isStopping() ? { type: 'fail', rid: frame.rid, code: 'server_stopping' } : requests(member, frame)

  /** Colleagues are shown to those who have the same conversation on their screen, and their typing. */
  const notice = (member: GatewayMember, frame: OrderFrame): void => {
    if (member.identity.kind === 'visitor') return
    if (frame.type === 'watch') {
      member.saysWatch = true
      return hub.watch(member, frame.conversation)
    }
    const looksAt =
      frame.type === 'history' || frame.type === 'send' || frame.type === 'typing' || frame.type === 'receipt'
    if (looksAt && !member.saysWatch) hub.watch(member, frame.conversation)
  }

  return (member, frame) => {
    notice(member, frame)
    const run = async (): Promise<void> => {
      switch (frame.type) {
        case 'send':
        case 'revise': {
          const failed = (error: unknown): Answer => ({
            frame: { type: 'reject', cid: frame.cid, code: fault(error, frame) },
          })
          return member.feed({ type: 'answered', to: 'send', ...(await send(member, frame).catch(failed)) })
        }
        case 'receipt':
          return receipt(member, frame)
        case 'typing':
          return hub.typed(member, frame)
        case 'watch':
          // Noticed already.
          return undefined
        case 'page':
          return member.identity.kind === 'visitor' ? hub.moved(member.identity.id, frame) : undefined
        default: {
          const failed = (error: unknown): ServerFrame => ({ type: 'fail', rid: frame.rid, code: fault(error, frame) })
          return member.feed({ type: 'answered', frame: await request(member, frame).catch(failed), to: 'request' })
        }
      }
    }
    work.track(run().catch((error: unknown) => fault(error, frame)))
  }
}
