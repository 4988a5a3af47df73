// The demo's data folder as `frontdesk serve --demo` wants it: made when empty, kept when ours, refused when somebody's.
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createSystemRandom } from '../adapters/system/system-random.ts'
import { StoreOpenError } from '../adapters/sqlite/store-open-error.ts'
import type { Parsed } from '../app/start/server-config.ts'
import { storeFailure, unknownFailure } from '../app/start/start-failure.ts'
import type { Logger } from '../ports/logger.ts'
import type { DemoAccount } from './demo-account.ts'
import { seedDemo } from './seed-demo.ts'

const unheard: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
}

/** @returns the accounts with their passwords when the shop was made just now, none when it was there already. */
export const prepareDemo = async (
  dataDir: string,
  nativeBinding = process.env['FRONTDESK_SQLITE_BINDING'],
  logger: Logger = unheard,
): Promise<Parsed<readonly DemoAccount[]>> => {
  try {
    const outside = { clock: createSystemClock(), random: createSystemRandom(), logger }
    const seeding = await seedDemo({ dataDir, nativeBinding, ...outside })
    if (seeding.kind !== 'occupied') return { ok: true, value: seeding.kind === 'seeded' ? seeding.accounts : [] }
    return {
      ok: false,
      problem: {
        en: `${dataDir} holds a real desk. Nothing was changed. The demo makes its own shop: give it an empty folder with --data.`,
        zh: `${dataDir} 里已有真实的客服数据，没有做任何改动。演示会新建一家店，请用 --data 指定一个空文件夹。`,
      },
    }
  } catch (error) {
    return { ok: false, problem: (error instanceof StoreOpenError ? storeFailure(error) : unknownFailure(error)).text }
  }
}
