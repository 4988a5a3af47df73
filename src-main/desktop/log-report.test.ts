import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLogFile } from '../server-host/log-file.ts'
import { safeLogLines } from './log-report.ts'

const secrets = {
  agentToken: 'bT9xQ2vK7mZ4pL1sW8dF3gH6jN0cR5yA',
  visitorToken: 'v1.4711.6kq0h3JtR9s2WnXb8aLd',
  password: 'a quiet tea house',
  setupCode: 'ABCD-EFGH-JKLM',
  message: 'my card number is 4111 1111 1111 1111',
  chinese: '我的退款什么时候到',
  name: 'Amy Winter',
  address: '10.1.2.3',
  query: 'session=open-sesame',
}
const everywhere = Object.values(secrets)

const lineOf = (fields: object) => JSON.stringify({ time: '2026-11-24T00:00:00.000Z', level: 'warn', ...fields })

/** Each secret in each place where a careless line could carry it. */
const carelessLog = everywhere
  .flatMap((secret) => [
    lineOf({ msg: 'a request failed', token: secret, text: secret, name: secret, path: `/x?${secret}` }),
    lineOf({ msg: 'refused', code: secret, reason: secret }),
    lineOf({ msg: `https://desk.example/a?${secret}` }),
    lineOf({ msg: 'failed', error: { type: 'Error', message: secret, stack: `Error: ${secret}\n at x` } }),
    lineOf({ msg: 'failed', headers: { authorization: `Bearer ${secret}` }, body: { preview: secret } }),
    lineOf({ msg: 'failed', url: `http://10.1.2.3/?a=${secret}`, remote: secret }),
    `bridge: setSecret refused "${secret}"`,
    `host: http://desk/?t=${secret}`,
    secret,
    `  at stack (${secret})`,
    `{"broken": "${secret}`,
  ])
  .join('\n')

describe('the log in a report', () => {
  it('[D9] never has a token, a password, an address with its query, a name or a text of anybody', () => {
    const report = safeLogLines(carelessLog).join('\n')
    for (const secret of everywhere) expect(report, secret).not.toContain(secret)
    // Each line is one of ninety-nine: they are not merely lost.
    expect(safeLogLines(carelessLog)).toHaveLength(99)
    expect(report).toContain('a request failed')
  })

  it('has what helps: times, levels, codes, our own words', () => {
    const log = [
      lineOf({ msg: 'listening', port: 8000, version: '0.1.0', dataDir: '/home/mei' }),
      lineOf({ msg: 'storage failed', code: 'storage_failed', error: { type: 'SqliteError', message: 'x' } }),
      'host: server exited (killed), restart 1 in 250 ms',
      'bridge: chooseJoin refused (bad_arguments)',
      "window: the page's process is gone (crashed, 5)",
      'Error: something',
      '',
    ].join('\n')
    expect(safeLogLines(log)).toEqual([
      '2026-11-24T00:00:00.000Z warn listening 0.1.0 8000',
      '2026-11-24T00:00:00.000Z warn storage failed storage_failed (SqliteError)',
      'host: server exited (killed), restart 1 in 250 ms',
      'bridge: chooseJoin refused (bad_arguments)',
      "window: the page's process is gone (crashed, 5)",
      '…',
    ])
  })

  it('[D9] is bounded, by lines and by what is read of a long file', () => {
    expect(safeLogLines('link: refused\n'.repeat(10_000)).length).toBeLessThanOrEqual(120)
    const folder = mkdtempSync(join(tmpdir(), 'frontdesk-log-'))
    const log = openLogFile(join(folder, 'server.log'))
    expect(log.tail()).toBe('')
    log.append('x'.repeat(200_000))
    log.append('\nlink: refused\n')
    expect(log.tail()).toHaveLength(64 * 1024)
    expect(safeLogLines(log.tail()).at(-1)).toBe('link: refused')
    rmSync(folder, { recursive: true })
  })
})
