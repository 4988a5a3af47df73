// PLACEHOLDER
import type { Parsed } from '../app/server-config.ts'
import type { DemoAccount } from './demo-account.ts'
export const prepareDemo = async (_dataDir: string): Promise<Parsed<readonly DemoAccount[]>> => ({
  ok: true,
  value: [],
})
