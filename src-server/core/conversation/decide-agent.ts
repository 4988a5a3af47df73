// Accounts as journal entries: making agents, changing them, and what their leaving does to their conversations.
import {
  fail,
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  ok,
  type AgentId,
  type AgentProfile,
  type AssignmentReason,
  type Author,
  type EpochMs,
  type Result,
} from '../../protocol/index.ts'
import type { ChangeAgentCommand, CreateAgentCommand, StatusCommand } from '../../ports/command.ts'
import { isCapacity, loginKey, parseAgentName, parseLogin } from './agent-names.ts'
import { append, authorOf, unchanged, type Decision, type Effect, type PlacedDraft } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { actingAgent, isSupervisor } from './permissions.ts'

const ownerLeft: AssignmentReason = { layer: 'manual', rule: 'agent_deactivated', candidates: [] }

const changed = (author: Author, agent: AgentProfile): PlacedDraft => ({
  conversation: NO_CONVERSATION,
  draft: { author, kind: 'agent.changed', body: { agent } },
})

const mayCreate = (context: DecisionContext, command: CreateAgentCommand): Result<undefined> => {
  if (command.first) {
    if (context.agentCount() > 0) return fail('setup_done')
    return command.actor.kind === 'system' && command.role === 'owner' ? ok(undefined) : fail('forbidden')
  }
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  if (!actor.value) return ok(undefined)
  const fine = isSupervisor(actor.value) && (command.role !== 'owner' || actor.value.role === 'owner')
  return fine ? ok(undefined) : fail('forbidden')
}

/** `first` is refused with `setup_done` once any account exists. Only owners make owners. */
export const decideCreateAgent = (context: DecisionContext, command: CreateAgentCommand): Result<Decision> => {
  const allowed = mayCreate(context, command)
  if (!allowed.ok) return allowed
  const name = parseAgentName(command.name)
  if (!name.ok) return name
  const login = parseLogin(command.login)
  if (!login.ok) return login
  if (!isCapacity(command.capacity)) return fail('bad_request')
  const key = loginKey(login.value)
  if (context.isLoginTaken(key)) return fail('login_taken')
  if (context.agentCount() >= limits.maxAgents) return fail('too_many_agents')
  const id = context.nextAgent()
  const { role, capacity, passwordHash } = command
  const agent: AgentProfile = { id, name: name.value, role, status: 'online', capacity, active: true }
  // The very first account signs its own making: nobody else was there.
  const author: Author = command.first ? { kind: 'agent', id } : authorOf(command.actor)
  return append([changed(author, agent)], {
    agent: id,
    effects: [
      { type: 'login', agent: id, login: login.value, key },
      { type: 'password', agent: id, hash: passwordHash },
    ],
  })
}

const mayChange = (actor: AgentProfile, target: AgentProfile, { change }: ChangeAgentCommand): boolean => {
  const onlyOwnThings = change.role === undefined && change.capacity === undefined && change.active === undefined
  if (actor.id === target.id && onlyOwnThings) return true
  if (!isSupervisor(actor)) return false
  return actor.role === 'owner' || (target.role !== 'owner' && change.role !== 'owner')
}

const requeue = (context: DecisionContext, author: Author, agent: AgentId): readonly PlacedDraft[] =>
  context.openConversationsOf(agent).map(({ id }) => ({
    conversation: id,
    draft: {
      author,
      kind: 'conversation.assigned',
      body: { agent: NO_AGENT, agentName: '', previous: agent, reason: ownerLeft },
    },
  }))

/**
 * Agents change their own name and password, admins everyone but owners, owners everyone. The last active owner stays one.
 * Deactivating ends the sessions and puts the open conversations back into the queue, all in one transaction.
 */
export const decideChangeAgent = (
  context: DecisionContext,
  command: ChangeAgentCommand,
  now: EpochMs,
): Result<Decision> => {
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  const target = context.agent(command.agent)
  if (!target) return fail('agent_unknown')
  if (actor.value && !mayChange(actor.value, target, command)) return fail('forbidden')
  const { change } = command
  const name = change.name === undefined ? ok(target.name) : parseAgentName(change.name)
  if (!name.ok) return name
  const capacity = change.capacity ?? target.capacity
  if (!isCapacity(capacity)) return fail('bad_request')
  const role = change.role ?? target.role
  const active = change.active ?? target.active
  const agent: AgentProfile = { ...target, name: name.value, role, capacity, active }

  const stopsBeingOwner = target.active && target.role === 'owner' && !(agent.active && agent.role === 'owner')
  if (stopsBeingOwner && context.activeOwners() <= 1) return fail('last_owner')
  const isSame = (['name', 'role', 'capacity', 'active'] as const).every((field) => agent[field] === target[field])
  if (isSame && change.passwordHash === undefined) return unchanged(now, { agent: target.id })

  const leaves = target.active && !agent.active
  const effects: Effect[] = []
  if (change.passwordHash !== undefined) effects.push({ type: 'password', agent: agent.id, hash: change.passwordHash })
  if (leaves || change.passwordHash !== undefined) effects.push({ type: 'end-sessions', agent: agent.id })
  const author = authorOf(command.actor)
  const drafts = [changed(author, agent), ...(leaves ? requeue(context, author, agent.id) : [])]
  return append(drafts, { main: 0, agent: agent.id, effects })
}

export const decideStatus = (context: DecisionContext, command: StatusCommand, now: EpochMs): Result<Decision> => {
  const agent = context.agent(command.agent)
  if (!agent) return fail('agent_unknown')
  if (!agent.active) return fail('forbidden')
  const isOverruled = command.actor !== undefined && agent.status !== 'online'
  if (isOverruled || agent.status === command.status) return unchanged(now, { agent: agent.id })
  const author = authorOf(command.actor ?? { kind: 'agent', id: agent.id })
  const body = { agent: agent.id, status: command.status }
  return append([{ conversation: NO_CONVERSATION, draft: { author, kind: 'agent.status', body } }], { agent: agent.id })
}
