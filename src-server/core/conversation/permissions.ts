// Who acts on a conversation, and who can be given one. Pure questions; the codes for "no" are the deciders'. What each role may
// do at all stands in protocol/permissions.ts.
import { fail, ok, type AgentId, type AgentProfile, type Result } from '../../protocol/index.ts'
import type { Actor } from '../../ports/command.ts'
import type { DecisionContext } from './decision-context.ts'

export const isSupervisor = (agent: AgentProfile): boolean => agent.role === 'owner' || agent.role === 'admin'

/** @returns the acting agent, undefined for the server itself; `forbidden` for visitors, the unknown and the deactivated. */
export const actingAgent = (context: DecisionContext, actor: Actor): Result<AgentProfile | undefined> => {
  if (actor.kind === 'system') return ok(undefined)
  const agent = actor.kind === 'agent' ? context.agent(actor.id) : undefined
  return agent?.active ? ok(agent) : fail('forbidden')
}

/** Someone who can be given work: known, and not deactivated. */
export const assignableAgent = (context: DecisionContext, id: AgentId): Result<AgentProfile> => {
  const agent = context.agent(id)
  if (!agent) return fail('agent_unknown')
  return agent.active ? ok(agent) : fail('agent_unavailable')
}
