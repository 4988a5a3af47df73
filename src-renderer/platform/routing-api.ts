// The routing settings of the desk over HTTP: lists, and changes that name the version they are of.
import { ok, type AgentId } from '#protocol'
import type {
  AgentSkills,
  General,
  GeneralRow,
  GroupRow,
  GroupWish,
  IntentReading,
  IntentRow,
  IntentWish,
  SkillsRow,
  TagRuleRow,
  TagRuleWish,
} from '#protocol/routing-schemas.ts'
import type { ApiResult, CallDesk } from './api-result.ts'

/** What the server holds of one kind. A change of something that somebody else saved since is `setting_conflict`. */
export type SettingRows<Row, Wish> = {
  list(): Promise<ApiResult<readonly Row[]>>
  add(wish: Wish): Promise<ApiResult<Row>>
  change(id: number, version: string, wish: Wish): Promise<ApiResult<Row>>
  remove(id: number, version: string): Promise<ApiResult<unknown>>
}

export type RoutingApi = {
  /** Everyone's first. */
  readonly groups: SettingRows<GroupRow, GroupWish>
  readonly tagRules: SettingRows<TagRuleRow, TagRuleWish>
  readonly intents: SettingRows<IntentRow, IntentWish>
  /** Who reads what visitors write, at this moment. */
  intentReading(): Promise<ApiResult<IntentReading>>
  readonly skills: {
    list(): Promise<ApiResult<readonly SkillsRow[]>>
    change(agent: AgentId, version: string, skills: AgentSkills): Promise<ApiResult<SkillsRow>>
  }
  readonly general: {
    read(): Promise<ApiResult<GeneralRow>>
    change(version: string, general: General): Promise<ApiResult<GeneralRow>>
  }
}

export const createRoutingApi = (call: CallDesk): RoutingApi => {
  const listOf = async <Row>(path: string, name: string): Promise<ApiResult<readonly Row[]>> => {
    const answer = await call<Readonly<Record<string, readonly Row[]>>>('GET', path)
    return answer.ok ? ok(answer.value[name] ?? []) : answer
  }
  const rowsOf = <Row, Wish>(path: string, name: string): SettingRows<Row, Wish> => ({
    list: () => listOf(path, name),
    add: (wish) => call('POST', path, wish),
    change: (id, version, wish) => call('PUT', `${path}/${id}`, wish, version),
    remove: (id, version) => call('DELETE', `${path}/${id}`, undefined, version),
  })
  return {
    groups: rowsOf('/groups', 'groups'),
    tagRules: rowsOf('/tag-rules', 'tagRules'),
    intents: rowsOf('/intents', 'intents'),
    intentReading: () => call('GET', '/intent-reading'),
    skills: {
      list: () => listOf('/agent-skills', 'agents'),
      change: (agent, version, skills) => call('PUT', `/agent-skills/${agent}`, skills, version),
    },
    general: {
      read: () => call('GET', '/routing'),
      change: (version, general) => call('PUT', '/routing', general, version),
    },
  }
}
