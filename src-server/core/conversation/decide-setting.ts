import {
  fail,
  limits,
  NO_CONVERSATION,
  ok,
  type AgentProfile,
  type EpochMs,
  type Result,
} from '../../protocol/index.ts'
import type { SettingCommand } from '../../ports/command.ts'
import { append, authorOf, unchanged, type Decision } from './decision.ts'
import type { DecisionContext } from './decision-context.ts'
import { fileKeptBy } from '../replies/reply-key.ts'
import { mayBlockWithoutLeading } from '../settings/block.ts'
import { isOwnSetting } from '../settings/own-setting.ts'
import { actingAgent, isSupervisor } from './permissions.ts'

const keyShape = /^[a-z][a-z0-9.-]{0,99}$/

const toJson = (value: unknown): Result<string> => {
  try {
    const json: unknown = JSON.stringify(value)
    return typeof json === 'string' && json.length <= limits.maxJsonBodyBytes ? ok(json) : fail('bad_request')
  } catch {
    // Cyclic or a bigint: nothing that a client could have meant.
    return fail('bad_request')
  }
}

/** By supervisors and the server itself; an agent's own quick replies and views are theirs, and so are blocks of visitors for a time. */
const mayStore = (agent: AgentProfile, { key, value }: SettingCommand, before: unknown, now: EpochMs): boolean =>
  isSupervisor(agent) || isOwnSetting(key, agent.id) || mayBlockWithoutLeading(key, before, value, agent.id, now)

/** Values are JSON. */
export const decideSetting = (context: DecisionContext, command: SettingCommand, now: EpochMs): Result<Decision> => {
  const actor = actingAgent(context, command.actor)
  if (!actor.ok) return actor
  if (!keyShape.test(command.key)) return fail(actor.value && !isSupervisor(actor.value) ? 'forbidden' : 'bad_request')
  const stored = context.setting(command.key)
  const before: unknown = stored === undefined ? null : JSON.parse(stored)
  if (actor.value && !mayStore(actor.value, command, before, now)) return fail('forbidden')
  const after = toJson(command.value)
  if (!after.ok) return after
  const kept = fileKeptBy(command.key, command.value)
  // Whoever keeps a file for the desk may send it: never a visitor's.
  if (kept !== undefined && context.file(kept)?.owner.author.kind !== 'agent') return fail('file_unknown')
  if (stored === after.value) return unchanged(now)
  if (command.expected !== undefined && command.expected !== (stored ?? 'null')) return fail('setting_conflict')
  const body = { key: command.key, before, after: JSON.parse(after.value) as unknown }
  return append([
    { conversation: NO_CONVERSATION, draft: { author: authorOf(command.actor), kind: 'setting.changed', body } },
  ])
}
