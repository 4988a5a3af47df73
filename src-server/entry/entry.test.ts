// The programs as processes: what they print, what they exit with, how they end.
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromServer } from '../app/start/host-messages.ts'
import { version } from '../app/start/version.ts'

let root: string
const children: ChildProcess[] = []
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'frontdesk-entry-'))
})
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

// Whole processes, one after another, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 })

const entry = (name: string): string => join(import.meta.dirname, name)
const env = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  ...process.env,
  LC_ALL: 'C',
  NODE_OPTIONS: '',
  ...more,
})
const data = (): string => join(root, 'data')

const run = async (
  args: readonly string[],
  more: { readonly env?: NodeJS.ProcessEnv; readonly input?: string } = {},
) => {
  const child = spawn(process.execPath, [entry('cli.ts'), ...args], { env: env(more.env) })
  children.push(child)
  let [out, problem] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => void (problem += chunk.toString()))
  child.stdin.end(more.input ?? '')
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, problem }
}

const host = (dataDir = data()) => {
  const child = fork(entry('utility-process.ts'), ['--data', dataDir, '--port', '0', '--log-level', 'silent'], {
    env: env(),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  children.push(child)
  const message = async (): Promise<FromServer> => ((await once(child, 'message')) as [FromServer])[0]
  const exit = async (): Promise<number | null> => ((await once(child, 'exit')) as [number | null])[0]
  return { child, message, exit }
}

describe('the command line', () => {
  it('helps in both languages and tells its version', async () => {
    expect(await run(['help'])).toMatchObject({ code: 0, out: expect.stringContaining('--max-conn') as string })
    expect((await run(['serve', '--help'], { env: { LC_ALL: 'zh_CN.UTF-8' } })).out).toContain('监听地址')
    for (const asked of ['version', '--version'])
      expect(await run([asked])).toMatchObject({ code: 0, out: `${version}\n` })
  })

  it.each([
    [['sevre'], 'sevre'],
    [['serve', '--prot', '1'], '--prot'],
    [['--max-conn', 'many'], 'many'],
  ])('exits with 2 and one sentence in each language for %j', async (args, mentioned) => {
    const { code, problem } = await run(args)
    expect(code).toBe(2)
    expect(problem).toContain(mentioned)
    expect(problem).toMatch(/\p{Script=Han}/u)
    expect(problem.trim().split('\n')).toHaveLength(2)
  })

  it('serves until a signal, prints where and the setup code, logs one object a line', async () => {
    const child = spawn(process.execPath, [entry('cli.ts'), 'serve', '--data', data(), '--port', '0'], { env: env() })
    children.push(child)
    let [out, greeting] = ['', '']
    child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => void (greeting += chunk.toString()))
    await expect.poll(() => greeting, { timeout: 10_000 }).toMatch(/Setup code {2}[2-9A-Z-]{14}/u)
    expect(greeting).toContain('--host 0.0.0.0')
    const url = /http:\/\/127\.0\.0\.1:\d+/u.exec(greeting)?.[0] ?? ''
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(((await once(child, 'close')) as [number])[0]).toBe(0)
    for (const line of out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg')
    expect(out).toContain('"stopped"')
  })

  it('backs up and restores database and files, and makes an owner', async () => {
    const made = await run(['create-owner', '--data', data(), '--login', 'Anna', '--name', 'Anna 安娜'], {
      input: 'a good long password\n',
    })
    expect([made.code, made.problem]).toEqual([0, 'Owner Anna was made.\n'])
    expect(
      (await run(['create-owner', '--data', data(), '--login', 'anna'], { input: 'a good long password' })).code,
    ).toBe(1)
    expect((await run(['create-owner', '--data', data(), '--login', 'ben'], { input: 'short' })).code).toBe(1)
    mkdirSync(join(data(), 'files', 'ab'), { recursive: true })
    writeFileSync(join(data(), 'files', 'ab', 'abcd'), 'bytes')
    mkdirSync(join(data(), 'files', 'arriving'))
    writeFileSync(join(data(), 'files', 'arriving', 'half'), 'half')

    const archive = join(root, 'desk.tar')
    expect(await run(['backup', archive, '--data', data()])).toMatchObject({ code: 0 })
    expect((await run(['backup', archive, '--data', data()])).problem).toContain('exists already')
    expect((await run(['backup'])).code).toBe(1)
    // A flag without a value does not eat the file's name, and what fails says about which folder it is.
    expect((await run(['backup', '--demo', join(root, 'demo.tar'), '--data', data()])).code).toBe(0)
    const nowhere = await run(['backup', join(root, 'none', 'desk.tar'), '--data', data()])
    expect([nowhere.code, nowhere.problem.trim().split('\n').length]).toEqual([1, 2])
    const nothing = await run(['backup', join(root, 'nothing.tar'), '--data', join(root, 'nothing')])
    expect(nothing.problem).toContain(join(root, 'nothing', 'frontdesk.db'))

    const restored = join(root, 'restored')
    expect(await run(['restore', archive, '--data', restored])).toMatchObject({ code: 0 })
    expect(existsSync(join(restored, 'files', 'ab', 'abcd'))).toBe(true)
    expect(existsSync(join(restored, 'files', 'arriving'))).toBe(false)
    // The owner is in it: nobody is asked to set up again.
    expect(await host(restored).message()).toMatchObject({ type: 'ready', setupCode: null })
  })

  it('restores nothing from what is no backup', async () => {
    const restored = join(root, 'restored')
    const missing = await run(['restore', join(root, 'none.tar'), '--data', restored])
    expect([missing.code, missing.problem]).toEqual([1, expect.stringContaining(join(root, 'none.tar'))])
    writeFileSync(join(root, 'junk.tar'), 'junk')
    expect((await run(['restore', join(root, 'junk.tar'), '--data', restored])).code).toBe(1)
  })
})

describe('the hosted server', () => {
  it('says when it is ready and who is connected, stops when told, exits with 0', async () => {
    const { child, message, exit } = host()
    const ready = await message()
    expect(ready).toMatchObject({
      type: 'ready',
      version,
      officeUrls: [],
      setupCode: expect.stringMatching(/^[2-9A-Z-]{14}$/u) as string,
    })
    const connected = message()
    child.send({ type: 'who' })
    expect(await connected).toEqual({ type: 'connected', agents: 0, visitors: 0 })
    const stopping = message()
    const gone = exit()
    child.send({ type: 'stop' })
    expect(await stopping).toEqual({ type: 'stopping' })
    expect(await gone).toBe(0)
  })

  it('stops when its parent is gone', async () => {
    const { child, message, exit } = host()
    await message()
    const gone = exit()
    child.disconnect()
    expect(await gone).toBe(0)
  })

  it('[D10.17] says why it cannot start, and exits', async () => {
    const first = host()
    await first.message()
    const second = host()
    const gone = second.exit()
    expect(await second.message()).toMatchObject({
      type: 'failed',
      code: 'locked',
      text: { zh: expect.stringMatching(/\p{Script=Han}/u) as string },
    })
    expect(await gone).toBe(1)
  })

  it('[D10.17] is not joined by a second server on its folder, which says so on its terminal', async () => {
    await host().message()
    const { code, problem } = await run(['serve', '--data', data(), '--port', '0', '--log-level', 'silent'])
    expect(code).toBe(1)
    expect(problem).toContain(data())
    expect(problem).toMatch(/\p{Script=Han}/u)
    expect(problem.trim().split('\n')).toHaveLength(2)
  })
})
