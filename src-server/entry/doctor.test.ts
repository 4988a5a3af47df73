// `frontdesk doctor` as a process, without its self-load (e2e/patient): what it prints, what it exits with, what it leaves behind.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DoctorReport } from '../protocol/doctor-report.ts'

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

it.each([['--load-seconds', '0'], ['--load-seconds'], ['--load-seconds=121'], ['--loud']])(
  'does not start with %j',
  async (...args) => {
    const { said, ended } = start(args)
    expect(await ended).toBe(1)
    expect(said.beside.trim().split('\n')).toHaveLength(2)
  },
)
