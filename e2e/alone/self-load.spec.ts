// `frontdesk doctor` measuring this very machine, as the built command: seconds of full load, and nothing left behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { DoctorCheck, DoctorReport } from '#protocol/doctor-report.ts'

const bundle = join(import.meta.dirname, '..', '..', 'out', 'main', 'cli.js')

let root: string
let doctor: ChildProcess | undefined
test.beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-doctor-'))
})
test.afterEach(() => {
  doctor?.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

const start = (args: readonly string[]) => {
  const child = spawn(process.execPath, [bundle, 'doctor', '--data', root, '--port', '0', ...args], {
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '' },
  })
  doctor = child
  const said = { out: '', beside: '' }
  child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (said.beside += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said, ended }
}

test('[D9.23] [D9.24] says how many visitors the machine can serve, and leaves nothing behind', async () => {
  test.setTimeout(120_000)
  // As it would stand there with a desk in it: not ours to open.
  writeFileSync(join(root, 'frontdesk.db'), 'not touched')
  let load: DoctorCheck | undefined
  const verdict = async () => {
    const { said, ended } = start(['--json', '--load-seconds', '4'])
    await ended
    load = (JSON.parse(said.out) as DoctorReport).checks.find(({ id }) => id === 'load')
    return load?.verdict
  }
  // On a machine that others keep busy just then it may truly be none.
  await expect.poll(verdict, { timeout: 100_000 }).toMatch(/^(enough|few)$/u)
  expect(load?.figure?.en).toMatch(/^(At least|About) [\d,]+$/u)
  expect(load?.measured['visitors']).toBeGreaterThanOrEqual(50)
  expect(load?.measured['p99Ms']).toBeLessThanOrEqual(100)
  expect(readdirSync(root)).toEqual(['frontdesk.db'])
})

const processesWith = (word: string): readonly string[] =>
  readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/u.test(pid)) return false
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(word)
    } catch {
      // It ended between the two looks.
      return false
    }
  })

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
  test(`[D9.23] ended by ${signal} in the middle of the self-load, its server and its folder are gone`, async () => {
    const { child, said, ended } = start([])
    await expect.poll(() => said.beside, { timeout: 30_000 }).toContain('500 visitors')
    expect(readdirSync(root)).toHaveLength(1)
    child.kill(signal)
    expect(await ended).toBe(signal === 'SIGKILL' ? null : 1)
    await expect.poll(() => readdirSync(root)).toEqual([])
    if (process.platform === 'linux') await expect.poll(() => processesWith(root)).toEqual([])
  })
