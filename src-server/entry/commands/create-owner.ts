// `frontdesk create-owner --login NAME [--name NAME]`: an owner account from the terminal, for servers without a browser
// nearby and for offices whose owner forgot the password. Whoever can write the data folder may do this.
import { createSqliteStore } from '../../adapters/sqlite/create-sqlite-store.ts'
import { createPromMetrics } from '../../adapters/metrics/prom-metrics.ts'
import { createSystemClock } from '../../adapters/system/system-clock.ts'
import { createSystemRandom } from '../../adapters/system/system-random.ts'
import { parsePassword } from '../../app/accounts/password-rules.ts'
import { parseAgentName, parseLogin } from '../../core/conversation/agent-names.ts'
import { createPasswordHasher } from '../../app/accounts/password-hasher.ts'
import { languageOf } from '../../app/start/bilingual-text.ts'
import { createServerLogger } from '../../app/start/server-logger.ts'
import { limits, type Result } from '../../protocol/index.ts'
import { errorTexts } from '../../protocol/error-texts.ts'
import { parseCommandOptions } from './command-options.ts'
import { readPassword } from './read-password.ts'
import { refuse, refuseFor } from './refuse.ts'
import { tell } from './terminal.ts'

type Wish = { readonly name: string; readonly login: string; readonly password: string }

const make = async (dataDir: string, wish: Wish): Promise<Result<unknown>> => {
  const [name, login, password] = [parseAgentName(wish.name), parseLogin(wish.login), parsePassword(wish.password)]
  if (!name.ok) return name
  if (!login.ok) return login
  if (!password.ok) return password
  const hash = await createPasswordHasher().hash(password.value)
  if (!hash.ok) return hash
  const outside = {
    clock: createSystemClock(),
    random: createSystemRandom(),
    logger: createServerLogger('warn'),
    metrics: createPromMetrics(),
  }
  const nativeBinding = process.env['FRONTDESK_SQLITE_BINDING']
  const store = await createSqliteStore({ ...outside, dataDir, nativeBinding, inThread: true })
  try {
    const first = !(await store.accounts.hasAccounts())
    const account = {
      name: name.value,
      login: login.value,
      passwordHash: hash.value,
      role: 'owner',
      capacity: limits.defaultAgentCapacity,
    } as const
    return await store.journal.commit({ type: 'create-agent', actor: { kind: 'system' }, ...account, first })
  } finally {
    await store.journal.close()
  }
}

export const createOwner = async (args: readonly string[]): Promise<void> => {
  const parsed = parseCommandOptions(args, ['login', 'name'])
  if (!parsed.ok) return refuse(parsed.problem)
  const { dataDir, own } = parsed.value
  const login = own['login'] ?? ''
  const question = { en: 'Password: ', zh: '密码：' }[languageOf(process.env)]
  try {
    const made = await make(dataDir, { login, name: own['name'] ?? login, password: await readPassword(question) })
    if (!made.ok) return refuse(errorTexts[made.code])
    tell({ en: `Owner ${login} was made.`, zh: `已创建所有者 ${login}。` })
  } catch (error) {
    refuseFor(error)
  }
}
