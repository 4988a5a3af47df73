// The routing settings of the scripted desk, remembered until the page is left.
import { defaultGeneral, everyone, fail, ok, type AgentId, type GroupId } from '#protocol'
import type { GroupRow } from '#protocol/routing-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import type { RoutingApi, SettingRows } from '../platform/routing-api.ts'
import { colleagues } from './scenario-people.ts'

type Answer = <T>(value: T) => Promise<ApiResult<T>>

const rowsOf = <Row extends { readonly id: number; readonly version: string }, Wish>(
  first: readonly Row[],
  answer: Answer,
): SettingRows<Row, Wish> => {
  let rows = first
  let saves = 0
  const rowFrom = (id: number, wish: Wish): Row => ({ ...wish, id, version: `v${(saves += 1)}` }) as unknown as Row
  return {
    list: () => answer(rows),
    add: (wish) => {
      const row = rowFrom(Math.max(0, ...rows.map(({ id }) => id)) + 1, wish)
      rows = [...rows, row]
      return answer(row)
    },
    change: async (id, version, wish) => {
      if (!rows.some((row) => row.id === id && row.version === version)) return fail('setting_conflict')
      const changed = rowFrom(id, wish)
      rows = rows.map((row) => (row.id === id ? changed : row))
      return answer(changed)
    },
    remove: (id) => {
      rows = rows.filter((row) => row.id !== id)
      return answer(undefined)
    },
  }
}

const fakeGroups: readonly GroupRow[] = [
  { ...everyone, version: '0' },
  { ...everyone, id: 1 as GroupId, name: '售后', members: [1 as AgentId, 2 as AgentId], version: '4' },
  { ...everyone, id: 2 as GroupId, name: 'Wholesale', members: [3 as AgentId], version: '5' },
]

export function createFakeRouting(answer: Answer): RoutingApi {
  let general = { version: '0', ...defaultGeneral }
  return {
    groups: rowsOf(fakeGroups, answer),
    tagRules: rowsOf([], answer),
    intents: rowsOf([], answer),
    intentReading: () => answer({ phase: 'serving' as const, models: [], scripts: [], code: null }),
    skills: {
      list: () => answer(colleagues.map(({ id }) => ({ agent: id, version: '0', languages: [], weight: 1 }))),
      change: async (agent, version, skills) => ok({ agent, version, ...skills }),
    },
    general: {
      read: () => answer(general),
      change: (_version, wish) => {
        general = { version: 'v1', ...wish }
        return answer(general)
      },
    },
  }
}
