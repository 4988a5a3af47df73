// Colleagues' accounts: who may make and change whom, on top of the journal's own rules (taken logins, the last owner).
import { mayManage } from '../../protocol/permissions.ts'
import { fail, limits, ok, type AgentId, type Result } from '../../protocol/index.ts'
import type { AgentChange, OwnChange, OwnChanged } from '../../protocol/http-schemas.ts'
import type { Account, AccountStore } from '../../ports/account-store.ts'
import type { AgentIdentity, LiveSessions } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { ChangeAgentCommand } from '../../ports/command.ts'
import type { Journal } from '../../ports/journal.ts'
import type { AgentAccounts, Answer, Caller } from '../../adapters/http/http-services.ts'
import { parseAgentName, parseLogin } from '../../core/conversation/agent-names.ts'
import { parsePassword } from './password-rules.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { presentAgent } from '../../adapters/http/present-agent.ts'
import type { Credentials, SignInService } from './sign-in.ts'

export type AgentAccountsNeeds = {
  readonly accounts: AccountStore
  readonly journal: Journal
  readonly hasher: PasswordHasher
  readonly clock: Clock
  readonly live: LiveSessions
  readonly signIn: SignInService
}

/** The window that changed its own password gets its new token before the old session's sockets close. */
const OWN_SESSION_ENDS_AFTER_MS = 3_000

type Change = ChangeAgentCommand['change']

export const createAgentAccounts = (needs: AgentAccountsNeeds): AgentAccounts => {
  const { accounts, journal, hasher, clock, live, signIn } = needs

  const reread = async (agent: AgentId): Promise<Account | undefined> => accounts.account(agent)

  /** Wishes → a command's change, or the first rule they break. */
  const prepare = async ({ name, role, capacity, active, password }: AgentChange): Promise<Result<Change>> => {
    const parsedName = name === undefined ? undefined : parseAgentName(name)
    if (parsedName?.ok === false) return parsedName
    const passwordHash = password === undefined ? undefined : await hashNew(password)
    if (passwordHash?.ok === false) return passwordHash
    return ok({
      ...(parsedName && { name: parsedName.value }),
      ...(role !== undefined && { role }),
      ...(capacity !== undefined && { capacity }),
      ...(active !== undefined && { active }),
      ...(passwordHash && { passwordHash: passwordHash.value }),
    })
  }

  const hashNew = async (password: string): Promise<Result<string>> => {
    const parsed = parsePassword(password)
    return parsed.ok ? hasher.hash(parsed.value) : parsed
  }

  const commitChange = async (actor: AgentIdentity, agent: AgentId, change: Change): Promise<Result<Account>> => {
    const committed = await journal.commit({
      type: 'change-agent',
      actor: { kind: 'agent', id: actor.account.id },
      agent,
      change,
    })
    if (!committed.ok) return committed
    const changed = await reread(agent)
    return changed ? ok(changed) : fail('agent_unknown')
  }

  /** A new password has ended all sessions in its transaction: open another one for this window, close the sockets. */
  const replaceOwnSession = async (
    actor: AgentIdentity,
    credentials: Credentials,
    caller: Caller,
    client: string,
  ): Promise<Answer<OwnChanged>> => {
    live.endAgent(actor.account.id, actor.session)
    clock.after(OWN_SESSION_ENDS_AFTER_MS, () => live.endSession(actor.session))
    return signIn.openSession(credentials, client, caller)
  }

  const changeOwn = async (actor: AgentIdentity, wish: OwnChange, caller: Caller): Promise<Answer<OwnChanged>> => {
    const { account } = actor
    if (wish.password) {
      const confirmed = await signIn.confirmPassword(account, wish.password.old, caller)
      if (!confirmed.ok) return confirmed
    }
    const change = await prepare({
      ...(wish.name !== undefined && { name: wish.name }),
      ...(wish.password && { password: wish.password.new }),
    })
    if (!change.ok) return change
    const own = wish.password ? await accounts.sessions(account.id) : []
    const changed = await commitChange(actor, account.id, change.value)
    if (!changed.ok) return changed
    const { passwordHash } = change.value
    if (passwordHash === undefined) return ok({ agent: presentAgent(changed.value), token: null })
    const client = own.find(({ id }) => id === actor.session)?.client ?? ''
    return replaceOwnSession(actor, { account: changed.value, passwordHash }, caller, client)
  }

  return {
    list: async () => (await accounts.accounts()).map(presentAgent),

    create: async (actor, input) => {
      if (!mayManage(actor.account.role, input.role)) return fail('forbidden')
      const name = parseAgentName(input.name)
      if (!name.ok) return name
      const login = parseLogin(input.login)
      if (!login.ok) return login
      const passwordHash = await hashNew(input.password)
      if (!passwordHash.ok) return passwordHash
      const created = await journal.commit({
        type: 'create-agent',
        actor: { kind: 'agent', id: actor.account.id },
        name: name.value,
        login: login.value,
        passwordHash: passwordHash.value,
        role: input.role,
        capacity: input.capacity ?? limits.defaultAgentCapacity,
        first: false,
      })
      if (!created.ok) return created
      const account = await reread(created.value.agent)
      return account ? ok(presentAgent(account)) : fail('agent_unknown')
    },

    change: async (actor, agent, wish) => {
      const target = await accounts.account(agent)
      if (!target) return fail('agent_unknown')
      const mayChange =
        mayManage(actor.account.role, target.role) && mayManage(actor.account.role, wish.role ?? target.role)
      if (!mayChange) return fail('forbidden')
      const change = await prepare(wish)
      if (!change.ok) return change
      const changed = await commitChange(actor, agent, change.value)
      if (!changed.ok) return changed
      if (wish.active === false || wish.password !== undefined) live.endAgent(agent)
      return ok(presentAgent(changed.value))
    },

    changeOwn,
  }
}
