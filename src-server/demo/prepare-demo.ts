// The demo's data folder: made once, known by a mark, never mixed with a real desk's.
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EpochMs } from '../protocol/index.ts'
import { createPasswordHasher } from '../app/accounts/password-hasher.ts'
import type { Parsed } from '../app/server-config.ts'
import { storeFailure, unknownFailure } from '../app/start-failure.ts'
import { StoreOpenError } from '../adapters/sqlite/store-open-error.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import type { DemoAccount } from './demo-account.ts'
import { createDice } from './dice.ts'
import { openHistoryWriter } from './history-writer.ts'
import { fullSize, seedHistory, type SeedSize } from './seed-history.ts'
import { preparePhotos } from './shop/photos.ts'
import { staff } from './shop/staff.ts'
import type { SeedStaff } from './tell-moment.ts'

const MARK = 'demo-shop.json'
const SEED = 20_260_101
const DAY_MS = 86_400_000

const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const newPassword = (): string => {
  const signs = [...createSystemRandom().bytes(15)].map((byte) => letters[byte % letters.length] ?? '')
  return [0, 5, 10].map((from) => signs.slice(from, from + 5).join('')).join('-')
}

const seed = async (dataDir: string, size: SeedSize): Promise<readonly DemoAccount[]> => {
  const hasher = createPasswordHasher()
  const accounts = await Promise.all(
    staff.map(async (colleague) => {
      const password = newPassword()
      const hash = await hasher.hash(password)
      if (!hash.ok) throw new Error(hash.code)
      return { colleague, password, passwordHash: hash.value }
    }),
  )
  const now = new Date()
  const began = (now.getTime() - size.years * 366 * DAY_MS) as EpochMs
  const dice = createDice(SEED)
  const takePhoto = await preparePhotos(join(dataDir, 'files'), dice)
  const writer = openHistoryWriter(dataDir, process.env['FRONTDESK_SQLITE_BINDING'])
  try {
    const people = accounts.map(({ colleague, passwordHash }, index): SeedStaff => {
      const { name, login, role, capacity } = colleague
      const account = { name, login, role, capacity, passwordHash } as const
      const made = writer.act(
        { type: 'create-agent', actor: { kind: 'system' }, ...account, first: index === 0 },
        began,
      )
      return { ...colleague, id: made.agent }
    })
    seedHistory({ writer, dice, staff: people, takePhoto, now, size })
  } finally {
    writer.finish()
  }
  return accounts.map(({ colleague: { name, login }, password }) => ({ name, login, password }))
}

/** @returns the accounts with their passwords when the shop was made just now, none when it was there already. */
export const prepareDemo = async (dataDir: string, size = fullSize): Promise<Parsed<readonly DemoAccount[]>> => {
  try {
    mkdirSync(dataDir, { recursive: true })
    if (existsSync(join(dataDir, MARK))) return { ok: true, value: [] }
    if (readdirSync(dataDir).length > 0)
      return {
        ok: false,
        problem: {
          en: `${dataDir} is not empty. The demo makes its own shop; give it an empty folder with --data.`,
          zh: `${dataDir} 不是空文件夹。演示会新建一家店，请用 --data 指定一个空文件夹。`,
        },
      }
    const accounts = await seed(dataDir, size)
    writeFileSync(join(dataDir, MARK), `${JSON.stringify({ madeAt: new Date().toISOString() })}\n`)
    return { ok: true, value: accounts }
  } catch (error) {
    return { ok: false, problem: (error instanceof StoreOpenError ? storeFailure(error) : unknownFailure(error)).text }
  }
}
