// kill -9 under load, again and again on one data folder: what was acknowledged is there exactly once, and nothing else is.
// (A killed process leaves the system's page cache intact: that the commit waits for fsync is asserted by the pragmas test.)
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NO_OFFSET, type AgentId, type Entry, type VisitorId } from '../../protocol/index.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { openContractStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { asAgent, storeActions } from '../../testing/store-contract/store-actions.ts'

const KILLS = 6
const FEWEST_ACKS = 30
const MOST_ACKS = 900
const seed = Number(process.env['FRONTDESK_SEED'] ?? Math.trunc(performance.now() * 1_000) % 1_000_000)

let dataDir = ''
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'frontdesk-kill-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

type Ack = { readonly conversation: number; readonly offset: number; readonly seq: number }
type Told = {
  readonly tried: Map<string, VisitorId>
  readonly acked: Map<string, Ack>
  readonly refused: string[]
}

const listen = (told: Told, line: string): void => {
  const [what, visitor, cid = '', conversation, offset, seq] = line.split(' ')
  if (what === 'try') told.tried.set(cid, Number(visitor) as VisitorId)
  if (what === 'refused') told.refused.push(line)
  if (what !== 'ack') return
  const ack = { conversation: Number(conversation), offset: Number(offset), seq: Number(seq) }
  const before = told.acked.get(cid)
  if (before) expect(ack).toEqual(before)
  told.acked.set(cid, ack)
}

/** Runs the process until it told of so many acknowledgements, kills it, and reads what it had still told. */
const runAndKill = async (told: Told, run: number, killAfterAcks: number): Promise<void> => {
  const retries = [...told.tried].filter(([cid]) => !told.acked.has(cid)).map(([cid, visitor]) => ({ cid, visitor }))
  const script = join(import.meta.dirname, '../../testing/committing-process.ts')
  const logFile = join(dataDir, `told-${run}.log`)
  const child = spawn(process.execPath, [script, dataDir, String(run), logFile], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(JSON.stringify(retries))
  let acks = 0
  child.stdout.on('data', (dots: Buffer) => {
    acks += dots.length
    if (acks >= killAfterAcks) child.kill('SIGKILL')
  })
  const [, signal]: readonly unknown[] = await once(child, 'close')
  expect(signal, 'how the process ended').toBe('SIGKILL')
  // Its last line may have been cut in the middle: then it told nobody.
  const lines = readFileSync(logFile, 'utf8').split('\n').slice(0, -1)
  for (const line of lines) listen(told, line)
}

const check = (told: Told, entries: readonly Entry[]): void => {
  expect(entries.map((entry) => entry.offset)).toEqual(entries.map((_, index) => index + 1))
  const lastSeq = new Map<number, number>()
  const stored = new Map<string, Ack>()
  for (const { offset, conversation, seq, kind, body } of entries) {
    expect(seq).toBe((lastSeq.get(conversation) ?? 0) + 1)
    lastSeq.set(conversation, seq)
    if (kind !== 'message.sent') continue
    expect(stored.has(body.cid)).toBe(false)
    stored.set(body.cid, { conversation, offset, seq })
    expect(told.tried.has(body.cid)).toBe(true)
    expect(body.text).toBe(`text of ${body.cid}`)
  }
  for (const [cid, ack] of told.acked) expect(stored.get(cid), `${cid}, seed ${seed}`).toEqual(ack)
}

it(
  `[D1] [D2] [D3] kill -9 loses nothing that was acknowledged and invents nothing (seed ${seed})`,
  { timeout: 120_000 },
  async () => {
    const random = createSeededRandom(seed)
    const told: Told = { tried: new Map(), acked: new Map(), refused: [] }
    for (let run = 0; run < KILLS; run += 1) {
      await runAndKill(told, run, FEWEST_ACKS + random.integer(MOST_ACKS - FEWEST_ACKS))
      const opened = await openContractStore({ dataDir, inThread: true })
      check(told, await storeActions(opened.store).replay(asAgent(1 as AgentId), NO_OFFSET, 500))
      await opened.store.journal.close()
    }
    expect(told.refused).toEqual([])
    expect(told.acked.size).toBeGreaterThan(KILLS * FEWEST_ACKS)
  },
)
