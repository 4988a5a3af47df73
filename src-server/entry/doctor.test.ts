// `frontdesk doctor` as a process: what it prints, what it exits with, what it leaves behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { DoctorCheck, DoctorReport } from '../protocol/doctor-report.ts'

// Whole processes, one after another, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

let root: string
const children: ChildProcess[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-doctor-test-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

const start = (args: readonly string[], more: NodeJS.ProcessEnv = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'cli.ts'), 'doctor', '--data', root, ...args], {
    env: { ...process.env, LC_ALL: 'C', NODE_OPTIONS: '', ...more },
  })
  children.push(child)
  const said = { out: '', beside: '' }
  child.stdout.on('data', (chunk: Buffer) => void (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (said.beside += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, said, ended }
}

const reportOf = async (args: readonly string[]): Promise<{ code: number | null; report: DoctorReport }> => {
  const { said, ended } = start([...args, '--json'])
  const code = await ended
  return { code, report: JSON.parse(said.out) as DoctorReport }
}

const ids = ({ checks }: DoctorReport): readonly string[] => checks.map(({ id }) => id)

it('[D9.24] checks the machine, with figures for scripts and words in both languages', async () => {
  const { code, report } = await reportOf(['--port', '0', '--no-load'])
  expect(ids(report)).toEqual(['files', 'disk', 'space', 'port', 'memory', 'processor', 'clock'])
  expect(report.dataFolder).toBe(root)
  expect(code).toBe(report.state === 'problem' ? 1 : 0)
  const disk = report.checks.find(({ id }) => id === 'disk')
  expect(disk?.measured['fsyncMedianMs']).toBeGreaterThan(0)
  for (const { says, name } of report.checks) {
    expect(says.zh).toMatch(/\p{Script=Han}/u)
    expect(`${name.en}${says.en}`).not.toMatch(/\p{Script=Han}|undefined|NaN/u)
  }
  expect(readdirSync(root)).toEqual([])
})

it('[D9.24] a taken port is a problem, said in the person’s language, and the exit code is 1', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { said, ended } = start(['--no-load', '--port', String(port)], { LC_ALL: 'zh_CN.UTF-8' })
  expect(await ended).toBe(1)
  other.close()
  expect(said.out).toContain(`${port} 被其他程序占用`)
  expect(said.out).toContain('--port')
})

it('[D9.23] [D9.24] says how many visitors the machine can serve, and leaves nothing behind', async () => {
  // As it would stand there with a desk in it: not ours to open.
  writeFileSync(join(root, 'frontdesk.db'), 'not touched')
  const loadOf = async (): Promise<DoctorCheck | undefined> =>
    (await reportOf(['--port', '0', '--load-seconds', '4'])).report.checks.find(({ id }) => id === 'load')
  let load: DoctorCheck | undefined
  // On a machine that others keep busy just then it may truly be none.
  const verdict = async () => (load = await loadOf())?.verdict
  await expect.poll(verdict, { timeout: 50_000 }).toMatch(/^(enough|few)$/u)
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

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '[D9.23] ended by %s in the middle of the self-load, its server and its folder are gone',
  async (signal) => {
    const { child, said, ended } = start(['--port', '0'])
    await expect.poll(() => said.beside).toContain('500 visitors')
    expect(readdirSync(root)).toHaveLength(1)
    child.kill(signal)
    expect(await ended).toBe(signal === 'SIGKILL' ? null : 1)
    await expect.poll(() => readdirSync(root)).toEqual([])
    if (process.platform === 'linux') await expect.poll(() => processesWith(root)).toEqual([])
  },
)

it.each([['--load-seconds', '0'], ['--load-seconds'], ['--load-seconds=121'], ['--loud']])(
  'does not start with %j',
  async (...args) => {
    const { said, ended } = start(args)
    expect(await ended).toBe(1)
    expect(said.beside.trim().split('\n')).toHaveLength(2)
  },
)
