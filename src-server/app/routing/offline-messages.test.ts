// Whole servers on their own SQLite, with a clock moved by hand: what was written while nobody worked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import {
  everyone,
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  type ConversationId,
  type RequestId,
} from '../../protocol/index.ts'
import type { Group } from '../../protocol/routing-schemas.ts'
import { createFakeLogger, type FakeLogger } from '../../testing/fake-logger.ts'
import type { Clock } from '../../ports/clock.ts'
import { createManualClock, type ManualClock } from '../../testing/manual-clock.ts'
import { openTestSocket, type TestSocket } from '../../testing/test-socket.ts'
import { createServer } from '../create-server.ts'
import type { RunningServer } from '../start/running-server.ts'
import { parseServerConfig } from '../start/server-config.ts'

// Whole servers with their threads, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const MINUTE = 60_000
const PASSWORD = 'a good long password'
const rid = 1 as RequestId
/** A machine may be busy with other things. */
const patiently = { timeout: 20_000 }

let folder: string
let logger: FakeLogger
let server: RunningServer | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-offline-'))
  logger = createFakeLogger()
})
afterEach(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Member = { readonly id: number; readonly token: string }

/** The millisecond in which the storage gathers what it writes together passes by itself. */
const withWritingStorage = (clock: ManualClock): Clock => ({
  now: clock.now,
  after(delayMs, run) {
    if (delayMs > limits.groupCommitMs) return clock.after(delayMs, run)
    const immediate = setImmediate(run)
    return () => clearImmediate(immediate)
  },
})

/** An office with one owner, at the given time. */
const openOffice = async (startAt: string) => {
  const clock = createManualClock(Date.parse(startAt))
  const parsed = parseServerConfig(['--data', folder, '--port', '0'], {}, { defaultDataDir: () => folder })
  if (!parsed.ok) throw new Error(parsed.problem.en)
  const start = async (): Promise<RunningServer> => {
    const started = await createServer(parsed.value, logger, { clock: withWritingStorage(clock) })
    if (!started.ok) throw new Error(started.failure.text.en)
    server = started.server
    return started.server
  }
  let running = await start()
  let cids = 0

  type Rows = Readonly<Record<string, readonly { readonly id: number; readonly version: string }[]>>
  /** Of a setting that is to be changed, as its list tells it. */
  const versionOf = async (list: string, id: number, authorization: string): Promise<string> => {
    const answer = await fetch(`${running.localUrl}/api/v1/${list}`, { headers: { authorization } })
    const rows = Object.values((await answer.json()) as Rows).flat()
    return rows.find((row) => row.id === id)?.version ?? ''
  }

  const call = async <Body>(method: string, path: string, body: object, token = ''): Promise<Body> => {
    const url = `${running.localUrl}/api/v1${path}`
    const authorization = `Bearer ${token}`
    const headers = { 'content-type': 'application/json', authorization }
    const [, list = '', id = ''] = /^\/(groups|tag-rules)\/(\d+)$/u.exec(path) ?? []
    if (list) Object.assign(headers, { 'if-match': await versionOf(list, Number(id), authorization) })
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (answer.status === 204 ? undefined : await answer.json()) as Body
  }
  const post = <Body>(path: string, body: object, token?: string): Promise<Body> => call('POST', path, body, token)

  const owner = { code: running.setupCode, name: 'Anna', login: 'anna', password: PASSWORD }
  const anna: Member = { id: 1, token: (await post<{ token: string }>('/setup', owner)).token }

  const open = () => running.store.journal.openConversations()
  return {
    clock,
    anna,
    open,
    /** Minutes at a time, as they would pass; what the server asked of its storage meanwhile is answered. */
    async passUntil(time: string): Promise<void> {
      for (let left = Date.parse(time) - clock.now(); left > 0; left -= 30 * MINUTE) {
        clock.advance(Math.min(left, 30 * MINUTE))
        await open()
      }
    },
    async restart(): Promise<void> {
      await running.stop()
      running = await start()
    },
    set: (group: Partial<Group> & { id?: number }, path = '/groups/0') =>
      call<Group>(path === '/groups' ? 'POST' : 'PUT', path, { ...everyone, id: undefined, ...group }, anna.token),
    call: <Body>(method: string, path: string, body: object) => call<Body>(method, path, body, anna.token),
    newVisitor: async (tags: readonly string[] = []) => (await post<{ token: string }>('/visitors', { tags })).token,
    newAgent: async (name: string, capacity: number): Promise<Member> => {
      const agent = { name, login: name, password: PASSWORD, role: 'agent', capacity }
      const { id } = await post<{ id: number }>('/agents', agent, anna.token)
      return { id, token: (await post<{ token: string }>('/sessions', { login: name, password: PASSWORD })).token }
    },
    async write(visitor: string, text: string): Promise<ConversationId> {
      cids += 1
      const message = { cid: `cid-${cids}-00000`, conversation: NO_CONVERSATION, text }
      return (await post<{ conversation: ConversationId }>('/messages', message, visitor)).conversation
    },
    async work({ token }: Member): Promise<TestSocket> {
      const socket = await openTestSocket(running.localUrl, token)
      await socket.next('live')
      return socket
    },
  }
}
type Office = Awaited<ReturnType<typeof openOffice>>

/** What comes to somebody who has room for one, and closes each: the order in which the office serves. */
const served = async (agent: TestSocket, count: number): Promise<readonly ConversationId[]> => {
  const order: ConversationId[] = []
  while (order.length < count) {
    const { entry } = await agent.next('entry')
    if (entry.kind !== 'conversation.assigned' || entry.body.agent === NO_AGENT) continue
    order.push(entry.conversation)
    agent.send({ type: 'close', rid, conversation: entry.conversation, reason: 'resolved' })
    await agent.next('done')
  }
  return order
}
const waitingIn = async (office: Office): Promise<number> =>
  (await office.open()).filter(({ owner }) => owner === NO_AGENT).length
const alarms = (): readonly unknown[] => logger.lines.filter(({ level }) => level === 'error')

const weekdays = [{ from: 9 * 60, to: 17 * 60 }]
const week = [weekdays, weekdays, weekdays, weekdays, weekdays, [], []]
/** In the night to Sunday, 29 March 2026, clocks in Berlin go from 2:00 to 3:00. */
const easter = {
  timeZone: 'Europe/Berlin',
  week,
  exceptions: [
    { date: '2026-03-27', name: 'Half day', open: [{ from: 9 * 60, to: 12 * 60 }] },
    { date: '2026-03-30', name: 'Stocktaking', open: [] },
  ],
}

it('[D7.22] what was left over a half day, a weekend, a change of the clock and a holiday is served in order at the opening', async () => {
  const office = await openOffice('2026-03-27T09:00:00Z')
  await office.set({ hours: easter, maxQueue: 100 })
  const jan = await office.newAgent('jan', 1)
  const regular = await office.newVisitor()
  const early = await office.write(regular, 'before noon')
  const morning = await office.work(jan)
  expect(await served(morning, 1)).toEqual([early])
  morning.close()
  const left: ConversationId[] = []
  const leave = async (time: string, visitor?: string): Promise<void> => {
    await office.passUntil(time)
    left.push(await office.write(visitor ?? (await office.newVisitor()), time))
  }
  // Half a day: at 12:00 in Berlin, 11:00 UTC, it is closed.
  await leave('2026-03-27T11:00:00Z')
  await leave('2026-03-28T10:00:00Z')
  // A conversation from before goes on: it is the oldest by number, and third in the queue.
  await leave('2026-03-29T00:59:59Z', regular)
  await leave('2026-03-29T01:00:01Z')
  await leave('2026-03-30T08:00:00Z')
  expect(left[2]).toBe(early)
  // In winter it would open an hour later by UTC.
  await office.passUntil('2026-03-31T06:59:59Z')
  const desk = await office.work(jan)
  expect(await waitingIn(office)).toBe(5)
  office.clock.advance(1_000)
  // Whoever comes after the opening comes after them.
  const late = await office.write(await office.newVisitor(), 'good morning')
  expect(await served(desk, 6)).toEqual([...left, late])
  expect(alarms()).toEqual([])
  desk.close()
})

it('[D7.22] [D7.3] a restart in the morning changes nothing in the order', async () => {
  const office = await openOffice('2026-03-28T09:00:00Z')
  await office.set({ hours: easter, maxQueue: 100 })
  const night = await office.write(await office.newVisitor(), 'left on Saturday')
  await office.passUntil('2026-03-31T07:00:01Z')
  const live = await office.write(await office.newVisitor(), 'here now')
  await office.restart()
  const jan = await office.newAgent('jan', 1)
  const desk = await office.work(jan)
  expect(await served(desk, 2)).toEqual([night, live])
  expect(alarms()).toEqual([])
  desk.close()
})

it('[D7.22] a full queue lets them in one by one, in their order', async () => {
  const office = await openOffice('2026-03-31T08:00:00Z')
  await office.set({ maxQueue: 2 })
  const came: ConversationId[] = []
  for (let index = 0; index < 6; index += 1) came.push(await office.write(await office.newVisitor(), `${index}`))
  const jan = await office.newAgent('jan', 1)
  const desk = await office.work(jan)
  expect(await served(desk, 6)).toEqual(came)
  expect(await waitingIn(office)).toBe(0)
  expect(alarms()).toEqual([])
  desk.close()
})

it('[D7.11] [D7.20] a group that is deleted strands nobody: they wait for everyone, and keep their places', async () => {
  const office = await openOffice('2026-03-31T08:00:00Z')
  const [mei, jan] = [await office.newAgent('mei', 1), await office.newAgent('jan', 1)]
  const group = await office.set({ name: 'Returns', members: [mei.id as never] }, '/groups')
  const rule = await office.call<{ id: number }>('POST', '/tag-rules', {
    pattern: 'returns',
    group: group.id,
    agents: [],
    priority: 0,
  })
  const first = await office.write(await office.newVisitor(['returns']), 'one')
  const second = await office.write(await office.newVisitor(['returns']), 'two')
  const desk = await office.work(jan)
  await expect
    .poll(async () => (await office.open()).filter(({ place }) => place?.group === group.id), patiently)
    .toHaveLength(2)
  office.clock.advance(5_000)
  expect(await waitingIn(office)).toBe(2)
  await office.call('DELETE', `/tag-rules/${rule.id}`, {})
  await office.call('DELETE', `/groups/${group.id}`, {})
  expect(await served(desk, 2)).toEqual([first, second])
  expect(alarms()).toEqual([])
  desk.close()
})

it('[D7.11] with all agents deactivated visitors wait, and whoever comes next takes them', async () => {
  const office = await openOffice('2026-03-31T08:00:00Z')
  const mei = await office.newAgent('mei', 1)
  const group = await office.set({ name: 'Returns', members: [mei.id as never] }, '/groups')
  await office.call('POST', '/tag-rules', { pattern: 'returns', group: group.id, agents: [mei.id], priority: 0 })
  const desk = await office.work(mei)
  const first = await office.write(await office.newVisitor(['returns']), 'one')
  const second = await office.write(await office.newVisitor(['returns']), 'two')
  await expect.poll(() => waitingIn(office), patiently).toBe(1)
  await office.call('PATCH', `/agents/${mei.id}`, { active: false })
  await desk.closed
  await expect.poll(() => waitingIn(office), patiently).toBe(2)
  office.clock.advance(10 * MINUTE)
  const jan = await office.newAgent('jan', 1)
  const next = await office.work(jan)
  expect(await served(next, 2)).toEqual([first, second])
  expect(alarms()).toEqual([])
  next.close()
})
