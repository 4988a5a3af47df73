// Frames with a request id: reads of the journal and an agent's orders, each turned into the one frame that answers it.
import {
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AssignmentReason,
  type ClientFrameOf,
  type RequestId,
  type ServerFrame,
} from '../../protocol/index.ts'
import { redact } from '../../core/conversation/redact.ts'
import { fittingHistory, fittingList } from '../../core/delivery/fitting-pages.ts'
import type { OrderFrame } from '../../core/delivery/session-state.ts'
import type { Desk } from '../../core/queue/desk.ts'
import type { Command } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Answers, OfferFrame } from './answers.ts'
import type { GatewayMember } from './gateway-member.ts'

export type RequestFrame = Extract<OrderFrame, { rid: RequestId }>
type JournalOrder = Extract<RequestFrame, { type: 'assign' | 'transfer' | 'close' | 'status' | 'queue' | 'note' }>

/** Rejects when the store does. */
export type Requests = (member: GatewayMember, frame: RequestFrame) => Promise<ServerFrame>

const manually = (rule: string): AssignmentReason => ({ layer: 'manual', rule, candidates: [] })

export const createRequests = (parts: {
  readonly journal: Journal
  readonly desk: Desk
  readonly answers: Answers
}): Requests => {
  const { journal, desk, answers } = parts
  /**
   * SPEC D7.4: taking expects that nobody has it, so of two who take one wins; giving away and putting back expect whoever
   * the server takes for the owner now.
   */
  const assignment = (agent: AgentId, frame: ClientFrameOf<'assign'>): Command => {
    const isTaking = frame.agent === agent
    const rule = frame.agent === NO_AGENT ? 'put_back' : 'given'
    return {
      type: 'assign',
      actor: { kind: 'agent', id: agent },
      conversation: frame.conversation,
      agent: frame.agent,
      expectedOwner: isTaking ? NO_AGENT : (desk.conversation(frame.conversation)?.owner ?? NO_AGENT),
      reason: manually(isTaking ? 'taken' : rule),
    }
  }

  /** Whom the old group's rule named says nothing about the new one; how urgent it is stays true. */
  const toGroup = (agent: AgentId, { conversation, group, note }: ClientFrameOf<'queue'>): Command => {
    const known = desk.conversation(conversation)
    return {
      type: 'queue',
      actor: { kind: 'agent', id: agent },
      conversation,
      expectedOwner: known?.owner ?? NO_AGENT,
      group,
      agents: [],
      priority: known?.place?.priority ?? 0,
      reason: { layer: 'manual', rule: 'moved', intent: NO_INTENT, confidence: 1, tookMicros: 0 },
      note,
      front: false,
    }
  }

  const commandOf = (agent: AgentId, frame: JournalOrder): Command => {
    const actor = { kind: 'agent', id: agent } as const
    switch (frame.type) {
      case 'assign':
        return assignment(agent, frame)
      case 'transfer':
        return { type: 'transfer', actor, conversation: frame.conversation, agent: frame.agent, note: frame.note }
      case 'close':
        return { type: 'close', actor, conversation: frame.conversation, reason: frame.reason }
      case 'status':
        return { type: 'status', agent, status: frame.status }
      case 'queue':
        return toGroup(agent, frame)
      case 'note': {
        const { conversation, cid, text, mentions } = frame
        return { type: 'note', actor, conversation, cid, text, mentions }
      }
      default:
        return frame satisfies never
    }
  }

  const history = async ({ reader }: GatewayMember, frame: ClientFrameOf<'history'>): Promise<ServerFrame> => {
    const { rid, conversation, after, before, limit } = frame
    const found = await journal.history(reader, { conversation, after, before, limit })
    if (!found.ok) return { type: 'fail', rid, code: found.code }
    const visible = found.value.map((entry) => redact(entry, reader))
    return { type: 'history', rid, conversation, entries: fittingHistory(visible, frame) }
  }

  const list = async ({ reader }: GatewayMember, frame: ClientFrameOf<'list'>): Promise<ServerFrame> => {
    const { rid, view, visitor, before, limit } = frame
    const found = await journal.list(reader, { view, visitor, before, limit })
    return { type: 'list', rid, ...fittingList(found, frame) }
  }

  const order = async ({ identity }: GatewayMember, frame: JournalOrder | OfferFrame): Promise<ServerFrame> => {
    const { rid } = frame
    // The session lets only agents come this far; a mistake there must not become a right.
    if (identity.kind === 'visitor') return { type: 'fail', rid, code: 'forbidden' }
    const isOffer = frame.type === 'ask' || frame.type === 'answer'
    const result = isOffer
      ? await answers(identity.account.id, frame)
      : await journal.commit(commandOf(identity.account.id, frame))
    return result.ok ? { type: 'done', rid } : { type: 'fail', rid, code: result.code }
  }

  return (member, frame) => {
    switch (frame.type) {
      case 'history':
        return history(member, frame)
      case 'list':
        return list(member, frame)
      default:
        return order(member, frame)
    }
  }
}
