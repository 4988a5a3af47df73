import { describe, expect, it } from 'vitest'
import type { Finding, LoadFigures } from '../../core/doctor/finding.ts'
import { inWords } from './finding-words.ts'

const load = (more: Partial<LoadFigures>): LoadFigures => ({
  visitors: 11_500,
  p50Ms: 4,
  p99Ms: 24.6,
  messagesPerSecond: 1_278,
  generatorDelayP99Ms: 2,
  endedBy: 'latency',
  maxConnections: 20_000,
  besideDesk: false,
  ...more,
})
const files = { allowed: 1_024, needed: 14_256, maxConnections: 10_000 }
const disk = { fsyncMedianMs: 0.15, fsyncP99Ms: 18.4, writes: 200, reason: 'EACCES' }
const clock = { steppedMs: -90, watchedMs: 1_000, folderAheadMs: 90_000, dataAheadMs: 120_000 }
const memory = { availableBytes: 300 * 2 ** 20, totalBytes: 2 ** 30 }
const port = { host: '10.0.0.9', port: 8000 }
const rest = { state: 'warning' } as const

const every: readonly Finding[] = [
  ...(['unlimited', 'enough', 'few', 'very_few'] as const).map(
    (verdict) => ({ id: 'files', verdict, measured: files, ...rest }) as const,
  ),
  ...(['fast', 'slow', 'too_slow', 'memory', 'network', 'unwritable'] as const).map(
    (verdict) => ({ id: 'disk', verdict, measured: disk, ...rest }) as const,
  ),
  ...(['enough', 'little', 'too_little'] as const).flatMap((verdict) => [
    { id: 'space', verdict, measured: { freeBytes: 3e9 }, ...rest } as const,
    { id: 'memory', verdict, measured: memory, ...rest } as const,
  ]),
  ...(['free', 'ours', 'any', 'taken', 'forbidden', 'no_address'] as const).map(
    (verdict) => ({ id: 'port', verdict, measured: port, ...rest }) as const,
  ),
  ...(['steady', 'jumped', 'before_its_time', 'behind_data', 'folder_differs'] as const).map(
    (verdict) => ({ id: 'clock', verdict, measured: clock, ...rest }) as const,
  ),
  ...(['enough', 'one'] as const).map(
    (verdict) => ({ id: 'processor', verdict, measured: { cores: 2 }, ...rest }) as const,
  ),
  ...(['enough', 'few', 'none', 'not_run'] as const).flatMap((verdict) =>
    (['latency', 'generator', 'ceiling', 'time', 'connections', null] as const).map(
      (endedBy) => ({ id: 'load', verdict, measured: load({ endedBy }), ...rest }) as const,
    ),
  ),
]
const fine = new Set(['unlimited', 'enough', 'fast', 'free', 'ours', 'any', 'steady'])

describe('[D9.24] the words of a checkup', () => {
  it.each(every)('$id $verdict: written in both languages, with what to do', (finding) => {
    const { name, figure, says, advice } = inWords(finding, '/srv/desk', 'terminal')
    for (const text of [name, figure, says, advice]) {
      expect(text?.en ?? '').not.toMatch(/\p{Script=Han}|undefined|null|NaN|!/u)
      expect(text?.zh ?? '汉').toMatch(/\p{Script=Han}/u)
      expect(text?.zh ?? '').not.toMatch(/undefined|null|NaN|！/u)
    }
    expect(advice === null).toBe(fine.has(finding.verdict))
  })

  it.each(every)('$id $verdict: the desktop app speaks of no flags', (finding) => {
    const { says, advice } = inWords(finding, '/srv/desk', 'desktop')
    const words = [says.en, says.zh, advice?.en ?? '', advice?.zh ?? ''].join(' ')
    expect(words.replaceAll('ulimit -n', '')).not.toMatch(/--?\w/u)
  })

  it('says that a number is a lower bound where it is one, and of what', () => {
    const of = (more: Partial<LoadFigures>) =>
      inWords({ id: 'load', state: 'ok', verdict: 'enough', measured: load(more) }, '/srv/desk', 'terminal')
    expect(of({}).figure?.en).toBe('About 11,500')
    expect(of({ endedBy: 'time' }).figure?.en).toBe('At least 11,500')
    expect(of({ besideDesk: true }).says.en).toContain('The desk that runs here had its share')
    expect(of({ maxConnections: 10_000 }).advice?.en).toContain('10,000 connections; --max-conn')
  })
})
