import { expect, it } from 'vitest'
import { limits, type AgentId, type SessionId } from '../../protocol/index.ts'
import type { ChangeAgentCommand, CreateAgentCommand } from '../../ports/command.ts'
import type { OpenedSession } from '../../ports/account-store.ts'
import type { ContractPart } from './contract-part.ts'

const refused = (code: string) => ({ ok: false, code })

const account = (overrides: Partial<CreateAgentCommand>): CreateAgentCommand => ({
  type: 'create-agent',
  actor: { kind: 'system' },
  name: 'Li Lei',
  login: 'lilei',
  passwordHash: 'hash',
  role: 'agent',
  capacity: 4,
  first: false,
  ...overrides,
})

const change = (by: AgentId, agent: AgentId, what: ChangeAgentCommand['change']): ChangeAgentCommand => ({
  type: 'change-agent',
  actor: { kind: 'agent', id: by },
  agent,
  change: what,
})

const madeOf = (opened: OpenedSession | undefined): SessionId => {
  if (opened === undefined) throw new Error('no session was opened')
  return opened.id
}

export const accountContract: ContractPart = (scene) => {
  it('the first account is made once, and never again', async () => {
    const { store, commit, done } = scene()
    expect(await store.accounts.hasAccounts()).toBe(false)
    const first = account({ first: true, role: 'owner' })
    const results = await Promise.all([commit(first), commit({ ...first, login: 'other' })])
    expect(results.map((result) => (result.ok ? 'made' : result.code))).toEqual(['made', 'setup_done'])
    expect(await store.accounts.hasAccounts()).toBe(true)
    const { agent } = await done(commit(account({ login: 'second' })))
    expect(await store.accounts.account(agent)).toEqual({
      id: agent,
      name: 'Li Lei',
      login: 'second',
      role: 'agent',
      status: 'online',
      capacity: 4,
      active: true,
    })
    expect((await store.accounts.accounts()).map(({ login }) => login)).toEqual(['lilei', 'second'])
    expect((await store.journal.agents()).map(({ name }) => name)).toEqual(['Li Lei', 'Li Lei'])
  })

  it('logins are one whatever their case or width; the hash comes only with the credentials', async () => {
    const { store, commit, done } = scene()
    const { agent } = await done(commit(account({ login: 'LiLei', passwordHash: 'secret hash' })))
    expect(await commit(account({ login: 'ｌｉｌｅｉ' }))).toEqual(refused('login_taken'))
    const found = await store.accounts.credentials('LILEI')
    expect(found).toMatchObject({ passwordHash: 'secret hash', account: { id: agent, login: 'LiLei' } })
    expect(await store.accounts.credentials('nobody')).toBeUndefined()
    expect(
      JSON.stringify(await store.journal.readAfter({ kind: 'agent', id: agent, scope: 'all' }, 0 as never, 9)),
    ).not.toContain('hash')
  })

  it('[D10] a bad account is refused by its code', async () => {
    const { commit } = scene()
    const bad = [
      [{ name: '  ' }, 'name_malformed'],
      [{ name: 'x'.repeat(limits.maxNameLength + 1) }, 'name_malformed'],
      [{ name: 'a\ud800' }, 'name_malformed'],
      [{ login: 'has space' }, 'login_malformed'],
      [{ login: '' }, 'login_malformed'],
      [{ capacity: -1 }, 'bad_request'],
      [{ capacity: 1.5 }, 'bad_request'],
      [{ actor: { kind: 'agent', id: 99 as AgentId } }, 'forbidden'],
    ] as const
    for (const [overrides, code] of bad) expect(await commit(account(overrides)), code).toEqual(refused(code))
  })

  it('agents change themselves, admins everyone but owners, and one owner always stays', async () => {
    const { newAgent, commit, done } = scene()
    const [owner, admin, li, mei] = [
      await newAgent('Owner'),
      await newAgent('Admin', 'admin'),
      await newAgent('Li'),
      await newAgent('Mei'),
    ]
    await done(commit(change(li, li, { name: 'Li Lei' })))
    expect(await commit(change(li, li, { capacity: 99 }))).toEqual(refused('forbidden'))
    expect(await commit(change(li, mei, { name: 'x' }))).toEqual(refused('forbidden'))
    await done(commit(change(admin, li, { capacity: 3, role: 'admin' })))
    expect(await commit(change(admin, mei, { role: 'owner' }))).toEqual(refused('forbidden'))
    expect(await commit(change(admin, owner, { active: false }))).toEqual(refused('forbidden'))
    expect(await commit(change(owner, owner, { active: false }))).toEqual(refused('last_owner'))
    expect(await commit(change(owner, owner, { role: 'agent' }))).toEqual(refused('last_owner'))
    expect(await commit(change(owner, 99 as AgentId, { name: 'x' }))).toEqual(refused('agent_unknown'))
    await done(commit(change(owner, admin, { role: 'owner' })))
    await done(commit(change(admin, owner, { role: 'agent' })))
    expect(await done(commit(change(admin, mei, { name: 'Mei' })))).toMatchObject({ offset: 0, agent: mei })
  })

  it('a session is found by its token’s hash while its agent is active and it was seen lately', async () => {
    const { store, clock, newAgent, commit, done } = scene()
    const owner = await newAgent('Owner')
    const agent = await newAgent('Li')
    const open = async (tokenHash: string) =>
      madeOf(
        await store.accounts.openSession({ agent, tokenHash, address: '10.0.0.1', client: 'test', at: clock.now() }),
      )
    const id = await open('hash-1')
    expect(await store.accounts.session('hash-1', clock.now())).toMatchObject({ id, account: { id: agent } })
    expect(await store.accounts.session('hash-2', clock.now())).toBeUndefined()
    clock.move(limits.sessionIdleMs)
    expect(await store.accounts.session('hash-1', clock.now())).toMatchObject({ id })
    await store.accounts.touchSession(id, clock.now())
    clock.move(limits.sessionIdleMs)
    expect(await store.accounts.session('hash-1', clock.now())).toMatchObject({ id })
    clock.move(1)
    expect(await store.accounts.session('hash-1', clock.now())).toBeUndefined()
    const session = { agent, tokenHash: 'hash-3', address: '', client: '', at: clock.now() }
    const fresh = await store.accounts.openSession(session)
    expect(fresh?.ended).toEqual([id])
    expect((await store.accounts.sessions(agent)).map(({ id: kept }) => kept)).toEqual([fresh?.id])
    await done(commit(change(owner, agent, { active: false })))
    await done(commit(change(owner, agent, { active: true })))
    expect(await store.accounts.session('hash-3', clock.now())).toBeUndefined()
  })

  it('sessions end one by one, with a new password all, and past their bound the oldest', async () => {
    const { store, clock, newAgent, commit, done } = scene()
    const agent = await newAgent('Li')
    const other = await newAgent('Mei')
    const open = async (tokenHash: string) => {
      clock.move(1)
      return madeOf(await store.accounts.openSession({ agent, tokenHash, address: '', client: '', at: clock.now() }))
    }
    const first = await open('s-0')
    expect(await store.accounts.endSession(other, first)).toBe(false)
    expect(await store.accounts.endSession(agent, first)).toBe(true)
    expect(await store.accounts.endSession(agent, first)).toBe(false)
    const ids: SessionId[] = []
    for (let index = 1; index <= limits.maxSessionsPerAgent + 1; index += 1) ids.push(await open(`s-${index}`))
    clock.move(1)
    const newest = { agent, tokenHash: 's-last', address: '', client: '', at: clock.now() }
    const last = await store.accounts.openSession(newest)
    expect(last?.ended).toEqual([ids[1]])
    ids.push(madeOf(last))
    const kept = (await store.accounts.sessions(agent)).map((session) => session.id)
    expect(kept).toEqual(ids.slice(2).toReversed())
    expect(await store.accounts.session('s-1', clock.now())).toBeUndefined()
    await done(commit(change(agent, agent, { passwordHash: 'new hash' })))
    expect(await store.accounts.sessions(agent)).toEqual([])
    expect(await store.accounts.credentials('Li@desk.example')).toMatchObject({ passwordHash: 'new hash' })
  })

  it('[D10.11] no session opens for a password that was changed, or an agent who was deactivated, during the check', async () => {
    const { store, clock, newAgent, commit, done } = scene()
    const owner = await newAgent('Owner')
    const { agent } = await done(commit(account({ passwordHash: 'hash 1' })))
    const open = (tokenHash: string, passwordHash?: string) =>
      store.accounts.openSession({
        agent,
        tokenHash,
        address: '',
        client: '',
        at: clock.now(),
        ...(passwordHash !== undefined && { passwordHash }),
      })
    const [, early, late] = await Promise.all([
      commit(change(agent, agent, { passwordHash: 'hash 2' })),
      open('t-1', 'hash 1'),
      open('t-2', 'hash 2'),
    ])
    expect(early).toBeUndefined()
    expect((await store.accounts.sessions(agent)).map(({ id }) => id)).toEqual([madeOf(late)])
    const [, whileLeaving] = await Promise.all([commit(change(owner, agent, { active: false })), open('t-3', 'hash 2')])
    expect([whileLeaving, await open('t-4')]).toEqual([undefined, undefined])
    expect(await store.accounts.sessions(agent)).toEqual([])
  })

  it('a status stays until the agent changes it', async () => {
    const { store, opened, newAgent, commit, done } = scene()
    const agent = await newAgent('Li')
    await done(commit({ type: 'status', agent, status: 'busy' }))
    const head = store.journal.head()
    await done(commit({ type: 'status', agent, status: 'busy' }))
    expect(store.journal.head()).toBe(head)
    expect(await commit({ type: 'status', agent: 99 as AgentId, status: 'away' })).toEqual(refused('agent_unknown'))
    expect((await (await opened.reopen()).journal.agents())[0]).toMatchObject({ status: 'busy' })
  })
  it('[D7.28] the server sets away whoever is online, in its own name, and leaves alone who said something else', async () => {
    const { store, opened, newAgent, commit, done } = scene()
    const agent = await newAgent('Li')
    const setAway = { type: 'status', agent, status: 'away', actor: { kind: 'system' } } as const
    await done(commit({ type: 'status', agent, status: 'busy' }))
    const head = store.journal.head()
    await done(commit(setAway))
    expect(store.journal.head()).toBe(head)
    await done(commit({ type: 'status', agent, status: 'online' }))
    await done(commit(setAway))
    const { journal } = await opened.reopen()
    const replayed = await journal.readAfter({ kind: 'agent', id: agent, scope: 'all' }, head, 10)
    expect(replayed.entries).toMatchObject([
      { author: { kind: 'agent', id: agent }, body: { status: 'online' } },
      { author: { kind: 'system', id: 0 }, kind: 'agent.status', body: { agent, status: 'away' } },
    ])
    expect((await journal.agents())[0]).toMatchObject({ status: 'away' })
  })
}
