// The first owner's account and everybody's login. Owns the throttle and the setup code; sessions end elsewhere.
import type { LoggedIn, Login, Setup } from '../../protocol/http-schemas.ts'
import { fail, limits, ok } from '../../protocol/index.ts'
import type { Account, AccountStore } from '../../ports/account-store.ts'
import type { LiveSessions } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { Random } from '../../ports/random.ts'
import type { Answer, Caller, SignIn } from '../../adapters/http/http-services.ts'
import { parsePassword } from './password-rules.ts'
import { loginKey, parseAgentName, parseLogin } from '../../core/conversation/agent-names.ts'
import { LoginThrottle, type LoginRefusal, type LoginTry } from './login-throttle.ts'
import type { PasswordHasher } from './password-hasher.ts'
import { presentAgent } from '../../adapters/http/present-agent.ts'
import { hashSessionToken, newSessionToken } from './session-tokens.ts'
import { isSetupCode } from './setup-code.ts'

export type SignInNeeds = {
  readonly accounts: AccountStore
  readonly journal: Journal
  readonly hasher: PasswordHasher
  readonly clock: Clock
  readonly random: Random
  readonly metrics: Metrics
  readonly live: Pick<LiveSessions, 'endSession'>
  /** Undefined when an account exists already. */
  readonly setupCode: string | undefined
  readonly setupDone: () => void
}

/** Stands in for the login in the throttle's keys; no login can contain a space. */
const SETUP = 'setup code'

export type SignInService = SignIn & {
  /** Checks somebody's own password again, before it is changed; throttled like a login. */
  confirmPassword(account: Account, password: string, caller: Caller): Promise<Answer<void>>
  /** `login_failed` when the account is not active any more, or has another password than this one. */
  openSession(credentials: Credentials, client: string, caller: Caller): Promise<Answer<LoggedIn>>
}

/** An account, and the password hash that somebody just proved to know. */
export type Credentials = { readonly account: Account; readonly passwordHash: string }

export const createSignIn = (needs: SignInNeeds): SignInService => {
  const { accounts, journal, hasher, clock, random, metrics, live } = needs
  const throttle = new LoginThrottle(() => clock.now())
  let hasAccounts = needs.setupCode === undefined

  const openSession: SignInService['openSession'] = async ({ account, passwordHash }, client, caller) => {
    const token = newSessionToken(random)
    const label = (client || caller.userAgent).slice(0, limits.maxNameLength)
    const opened = await accounts.openSession({
      agent: account.id,
      tokenHash: hashSessionToken(token),
      passwordHash,
      address: caller.address,
      client: label,
      at: clock.now(),
    })
    // The check took its time, and somebody changed the password or the account meanwhile. SPEC D10.11.
    if (opened === undefined) return fail('login_failed')
    for (const session of opened.ended) live.endSession(session)
    return ok({ token, agent: presentAgent(account) })
  }

  /** An account under attack stays open to the addresses its owner is signed in from. */
  const enter = async (
    login: string,
    account: Account | undefined,
    caller: Caller,
  ): Promise<LoginTry | LoginRefusal> => {
    const entered = throttle.enter(login, caller.rateKey, false)
    if (entered.ok || entered.scope !== 'account' || !account) return entered
    const sessions = await accounts.sessions(account.id)
    return sessions.some((session) => session.address === caller.address)
      ? throttle.enter(login, caller.rateKey, true)
      : entered
  }

  const checkPassword = async (typed: string, password: string, caller: Caller): Promise<Answer<Credentials>> => {
    const login = loginKey(typed).slice(0, limits.maxLoginLength)
    const found = await accounts.credentials(login)
    const entered = await enter(login, found?.account, caller)
    if (!entered.ok) {
      metrics.count('logins_total', { outcome: `throttled_${entered.scope}` })
      return { ...fail('login_throttled'), retryAfterMs: entered.retryAfterMs }
    }
    // Unknown, deactivated and wrong take the same time and give the same answer.
    const stored = found?.account.active === true ? found.passwordHash : undefined
    const verdict = await hasher.verify(password.slice(0, limits.maxPasswordLength).normalize('NFKC'), stored)
    if (!verdict.ok) {
      entered.settle('undecided')
      metrics.count('logins_total', { outcome: 'busy' })
      return verdict
    }
    const isRight = verdict.value && password.length <= limits.maxPasswordLength && found !== undefined
    entered.settle(isRight ? 'right' : 'wrong')
    metrics.count('logins_total', { outcome: isRight ? 'right' : 'wrong' })
    return isRight ? ok(found) : fail('login_failed')
  }

  const needsSetup = async (): Promise<boolean> => {
    hasAccounts ||= await accounts.hasAccounts()
    return !hasAccounts
  }

  const checkSetupCode = (code: string, caller: Caller): Answer<void> => {
    const entered = throttle.enter(SETUP, caller.rateKey, true)
    if (!entered.ok) return { ...fail('login_throttled'), retryAfterMs: entered.retryAfterMs }
    const isRight = needs.setupCode !== undefined && isSetupCode(code, needs.setupCode)
    entered.settle(isRight ? 'right' : 'wrong')
    return isRight ? ok(undefined) : fail('setup_code_wrong')
  }

  const setup = async (input: Setup, caller: Caller): Promise<Answer<LoggedIn>> => {
    if (!(await needsSetup())) return fail('setup_done')
    const code = checkSetupCode(input.code, caller)
    if (!code.ok) return code
    const name = parseAgentName(input.name)
    const login = parseLogin(input.login)
    const password = parsePassword(input.password)
    if (!name.ok) return name
    if (!login.ok) return login
    if (!password.ok) return password
    const passwordHash = await hasher.hash(password.value)
    if (!passwordHash.ok) return passwordHash
    const created = await journal.commit({
      type: 'create-agent',
      actor: { kind: 'system' },
      name: name.value,
      login: login.value,
      passwordHash: passwordHash.value,
      role: 'owner',
      capacity: limits.defaultAgentCapacity,
      first: true,
    })
    if (!created.ok) return created
    hasAccounts = true
    needs.setupDone()
    const owner = await accounts.account(created.value.agent)
    const credentials = { passwordHash: passwordHash.value }
    return owner ? openSession({ account: owner, ...credentials }, '', caller) : fail('storage_failed')
  }

  const login = async (input: Login, caller: Caller): Promise<Answer<LoggedIn>> => {
    if (await needsSetup()) return fail('setup_needed')
    const checked = await checkPassword(input.login, input.password, caller)
    return checked.ok ? openSession(checked.value, input.client ?? '', caller) : checked
  }

  return {
    needsSetup,
    setup,
    login,
    openSession,
    confirmPassword: async (account, password, caller) => {
      const checked = await checkPassword(account.login, password, caller)
      return checked.ok ? ok(undefined) : checked
    },
  }
}
