// The HTTP side of the scripted desk: accounts, logins and uploads that are remembered until the page is left.
import { fail, ok, type AgentId, type EpochMs, type FileRef } from '#protocol'
import type { Agent, SessionList } from '#protocol/http-schemas.ts'
import type { Invitation } from '#protocol/pairing-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import type { DeskApi } from '../platform/desk-api.ts'
import { fakeNow } from './fake-now.ts'
import { fakeSearchPage } from './fake-search.ts'
import { fakeMentions } from './fake-mentions.ts'
import { fakeTrail } from './fake-trail.ts'
import { createFakeBlocks } from './fake-blocks.ts'
import { createFakeDeskSettings } from './fake-desk-settings.ts'
import { createFakeReplies } from './fake-replies.ts'
import { createFakeRouting } from './fake-routing.ts'
import { colleagues } from './scenario-people.ts'

const after = async <T>(ms: number, value: T): Promise<T> => {
  await new Promise<void>((resolve) => {
    window.setTimeout(resolve, ms)
  })
  return value
}

const logins = ['lin.xiao', 'li.wei', 'amy', 'marta', 'tom@shop.example.com', 'zhaomin']

/** A picture that needs no server: a plain drawing with the file's name on it. */
const drawing = ({ name, width, height }: FileRef): string =>
  `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#9db8b5"/><circle cx="50%" cy="50%" r="${Math.min(width, height) / 3}" fill="#f4efe6"/><circle cx="50%" cy="50%" r="${Math.min(width, height) / 4}" fill="#5b3a29"/><text x="4%" y="94%" font-size="${Math.max(24, height / 18)}" fill="#1d3331">${name}</text></svg>`,
  )}`

/** Nobody joins: it can be shown and taken back. */
function fakeInvitation(answer: <T>(value: T) => Promise<ApiResult<T>>): DeskApi['invitation'] {
  let now: Invitation = { state: 'none', code: null, until: 0 as EpochMs }
  return {
    read: () => answer(now),
    make: () => {
      now = { state: 'open', code: '048271', until: (Date.now() + 120_000) as EpochMs }
      return answer(now)
    },
    withdraw: () => {
      now = { ...now, state: 'over', code: null }
      return answer(undefined)
    },
  }
}

export function createFakeApi(deskUrl: string, isDown: boolean): DeskApi {
  let agents: Agent[] = colleagues.map(({ id, name, role, status, capacity, active }, index) => ({
    id,
    name,
    role,
    status,
    capacity,
    active,
    login: logins[index] ?? 'x',
  }))
  const minute = 60_000
  const sessions: SessionList['sessions'] = [
    {
      id: 1,
      createdAt: Date.now() - 9_000 * minute,
      lastSeenAt: Date.now(),
      address: '192.168.1.20',
      client: 'Frontdesk 0 · Windows',
      current: true,
    },
    {
      id: 2,
      createdAt: Date.now() - 90_000 * minute,
      lastSeenAt: Date.now() - 300 * minute,
      address: '192.168.1.34',
      client: 'Chrome 130 · macOS',
      current: false,
    },
    {
      id: 3,
      createdAt: Date.now() - 3 * minute,
      lastSeenAt: Date.now() - minute,
      address: '2408:8456:3210:1a2b:3c4d:5e6f:7a8b:9c0d',
      client: '',
      current: false,
    },
  ]
  const answer = <T>(value: T): Promise<ApiResult<T>> =>
    after<ApiResult<T>>(200, isDown ? { ok: false, code: 'unreachable' } : ok(value))
  const findAgent = (id: number): Agent | undefined => agents.find((agent) => agent.id === id)
  return {
    deskUrl,
    desk: () => answer({ name: 'Kobold Coffee', version: '0.1.0', needsSetup: false, securePort: 8001 }),
    invitation: fakeInvitation(answer),
    setup: () => after(400, fail('setup_code_wrong')),
    login: ({ password }) =>
      after(
        400,
        password === 'wait' ? { ok: false, code: 'login_throttled', retryAfterMs: 75_000 } : fail('login_failed'),
      ),
    logout: () => answer(undefined),
    sessions: () => answer({ sessions }),
    endSession: (id) => {
      sessions.splice(
        sessions.findIndex((session) => session.id === id),
        1,
      )
      return answer(undefined)
    },
    agents: () => answer({ agents }),
    addAgent: ({ name, login, role, capacity = 8 }) => {
      if (agents.some((agent) => agent.login === login)) return after(200, fail('login_taken'))
      const agent: Agent = { id: agents.length + 1, name, login, role, capacity, status: 'away', active: true }
      agents = [...agents, agent]
      return answer(agent)
    },
    changeAgent: (id, { role, capacity, active }) => {
      const before = findAgent(id)
      if (!before) return after(200, fail('agent_unknown'))
      const changed = {
        ...before,
        role: role ?? before.role,
        capacity: capacity ?? before.capacity,
        active: active ?? before.active,
      }
      agents = agents.map((agent) => (agent.id === id ? changed : agent))
      return answer(changed)
    },
    changeMe: async () => {
      const me = findAgent(1)
      return me ? await answer({ agent: me, token: null }) : fail('internal')
    },
    routing: createFakeRouting(answer),
    announcement: {
      read: () => answer({ version: '0', announcement: null }),
      make: (_version, wish) => answer({ version: '1', announcement: { ...wish, at: Date.now() as EpochMs } }),
      withdraw: () => answer(undefined),
    },
    deskSettings: createFakeDeskSettings(answer),
    blocks: createFakeBlocks(answer),
    mentions: () => answer({ mentions: fakeMentions(Date.now()) }),
    trail: (visitor) => answer(fakeTrail(visitor)),
    replies: createFakeReplies(answer),
    whatIf: { run: () => after(400, fail('what_if_no_arrivals')), cancel: () => answer(undefined) },
    now: () => answer(fakeNow(new URLSearchParams(window.location.search).get('scenario') ?? 'usual')),
    search: () => answer(fakeSearchPage()),
    decisions: () =>
      answer({ decisions: [], agents: agents.map(({ id, name, active }) => ({ id: id as AgentId, name, active })) }),
    upload: (file, progressed) => {
      let timer = 0
      let share = 0
      const result = new Promise<ApiResult<FileRef>>((resolve) => {
        timer = window.setInterval(() => {
          share += 0.1
          progressed(Math.min(1, share))
          if (share < 1) return
          window.clearInterval(timer)
          const isPicture = file.type.startsWith('image/')
          const stored = {
            key: `up-${file.name}`,
            name: file.name,
            bytes: file.size,
            mime: file.type,
            width: isPicture ? 800 : 0,
            height: isPicture ? 600 : 0,
          }
          resolve(file.name.includes('bad') ? fail('file_type_forbidden') : ok(stored as unknown as FileRef)) // plain key
        }, 120)
      })
      return { result, abort: () => window.clearInterval(timer) } as ReturnType<DeskApi['upload']>
    },
    fileUrl: drawing,
    thumbnailUrl: drawing,
  }
}
