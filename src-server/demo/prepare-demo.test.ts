import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createSqliteStore } from '../adapters/sqlite/create-sqlite-store.ts'
import { createSystemClock } from '../adapters/system/system-clock.ts'
import { createFakeLogger } from '../testing/fake-logger.ts'
import { createFakeMetrics } from '../testing/fake-metrics.ts'
import { createSeededRandom } from '../testing/seeded-random.ts'
import { prepareDemo } from './prepare-demo.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-demo-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

it("never touches somebody's real desk", async () => {
  const outside = { clock: createSystemClock(), logger: createFakeLogger(), metrics: createFakeMetrics() }
  const store = await createSqliteStore({ dataDir, inThread: true, random: createSeededRandom(1), ...outside })
  const account = { name: '王老板', login: 'wang', passwordHash: '-', role: 'owner', capacity: 8, first: true } as const
  await store.journal.commit({ type: 'create-agent', actor: { kind: 'system' }, ...account })
  const epoch = store.journal.epoch
  await store.journal.close()

  expect(await prepareDemo(dataDir)).toMatchObject({ ok: false, problem: { en: expect.stringContaining('real desk') } })

  const again = await createSqliteStore({ dataDir, inThread: true, random: createSeededRandom(2), ...outside })
  expect(again.journal.head()).toBe(1)
  expect(again.journal.epoch).toBe(epoch)
  await again.journal.close()
})

it('says why a folder cannot be used', async () => {
  rmSync(dataDir, { recursive: true })
  writeFileSync(dataDir, 'a file')
  const made = await prepareDemo(join(dataDir, 'inside'))
  expect(made).toMatchObject({ ok: false, problem: { zh: expect.stringContaining(dataDir) } })
})
