import { describe, expect, it } from 'vitest'
import type { Journal } from '../ports/journal.ts'
import { ok } from '../protocol/index.ts'
import { createFakeLogger } from '../testing/fake-logger.ts'
import { createManualClock } from '../testing/manual-clock.ts'
import { settle } from '../testing/settle.ts'
import { defaultDataDir } from './start/default-data-dir.ts'
import { repeat } from './start/repeating-task.ts'
import { addressesOf } from './start/server-addresses.ts'
import { watchStorage } from './start/storage-health.ts'

describe('addresses', () => {
  const bound = { scheme: 'http', port: 8000, publicUrl: undefined } as const

  it('keeps a server that is bound to this computer to itself', () => {
    expect(addressesOf({ ...bound, host: '127.0.0.1' })).toEqual({
      url: 'http://127.0.0.1:8000',
      localUrl: 'http://127.0.0.1:8000',
      officeUrls: [],
    })
    expect(addressesOf({ ...bound, host: '::1' }).url).toBe('http://[::1]:8000')
  })

  it('names the office addresses of an open one, and the public one first', () => {
    const open = addressesOf({ ...bound, host: '0.0.0.0', publicUrl: 'https://desk.example' })
    expect(open).toMatchObject({ url: 'https://desk.example', localUrl: 'http://127.0.0.1:8000' })
    for (const url of open.officeUrls) expect(url).not.toContain('127.0.0.1')
    expect(addressesOf({ ...bound, host: '192.168.1.5' }).officeUrls).toEqual(['http://192.168.1.5:8000'])
  })
})

describe('storage health', () => {
  it('fails with a failed commit and is well again with the next that works', async () => {
    const answers = [{ ok: false, code: 'storage_full' }, { ok: false, code: 'message_empty' }, ok({})] as const
    let asked = 0
    const journal = { epoch: 'e', head: () => 7, commit: async () => answers[asked++] } as unknown as Journal
    const health = watchStorage(journal)
    const states: boolean[] = [health.isFailing()]
    for (const _ of answers) {
      await health.journal.commit({} as never)
      states.push(health.isFailing())
    }
    expect(states).toEqual([false, true, false, false])
    expect([health.journal.epoch, health.journal.head()]).toEqual(['e', 7])
  })
})

describe('a repeating task', () => {
  it('goes on after a failure, one run at a time, until it is stopped', async () => {
    const clock = createManualClock()
    const logger = createFakeLogger()
    let runs = 0
    const stop = repeat({ clock, logger, name: 'test', firstMs: 10, everyMs: 100 }, async () => {
      runs += 1
      if (runs === 1) throw new Error('disk away')
    })
    for (const ms of [10, 100, 100]) {
      clock.advance(ms)
      await settle()
    }
    expect([runs, logger.lines.length]).toEqual([3, 1])
    stop()
    clock.advance(1_000)
    expect([runs, clock.waiting]).toEqual([3, 0])
  })
})

describe('default data folder', () => {
  it.each([
    ['linux', {}, '/home/anna/.local/share/frontdesk-server'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/data/frontdesk-server'],
    ['darwin', {}, '/home/anna/Library/Application Support/frontdesk-server'],
  ] as const)('is where %s keeps such things (%j)', (platform, env, expected) => {
    expect(defaultDataDir(false, { platform, home: '/home/anna', env })).toBe(expected)
  })

  it('is another one for the demo', () => {
    const facts = { platform: 'linux', home: '/home/anna', env: {} } as const
    expect(defaultDataDir(true, facts)).not.toBe(defaultDataDir(false, facts))
  })
})
