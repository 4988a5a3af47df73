import { beforeAll, describe, expect, it } from 'vitest'
import type { AgentId, EpochMs, GroupId } from '#protocol'
import type { NowAnswer } from '#protocol/now-schemas.ts'
import { i18n, startI18n } from '../../i18n/i18n.ts'
import { csvText } from '../../platform/csv.ts'
import { agentRows, figureRows, historyRows, queueRows } from './now-rows.ts'

const at = Date.UTC(2026, 10, 24, 3, 5, 7) as EpochMs
const answer: NowAnswer = {
  at,
  since: at,
  visitors: 12_000,
  connections: 3,
  conversations: { waiting: 1, left: 2, unanswered: 3, answered: 4 },
  queues: [{ group: 1 as GroupId, name: '=cmd|calc', waiting: 1, left: 2, oldestWaitMs: 61_249 }],
  agents: [{ id: 1 as AgentId, name: '+Mei', status: 'online', connected: false, load: 2, capacity: 5 }],
  messages: { visitors: 4, desk: 5 },
  firstResponse: { medianMs: 38_450, count: 1, windowMs: 1 },
  acknowledged: { p99Ms: null, count: 0, windowMs: 1 },
  storage: { failing: false, databaseBytes: 4096, freeBytes: null, lastCommitMs: null },
  history: {
    everyMs: 60_000,
    samples: [{ at, visitors: 1, waiting: 2, messages: 3, connections: 4, firstResponseMs: null, acknowledgedMs: 5.4 }],
  },
}
const words = () => i18n.getFixedT('en', ['deskNow', 'ui'] as const)

describe('files of now', () => {
  beforeAll(() => startI18n('en'))

  it('[look] plain numbers, empty where nothing is known, times and units that a program can read', () => {
    const figures = Object.fromEntries(figureRows(words(), answer))
    expect(figures).toMatchObject({
      Time: '2026-11-24T03:05:07.000Z',
      'Visitors online': '12000',
      'Messages left': '2',
      'Messages a minute': '9',
      'First response (s)': '38.5',
      'Acknowledged (ms)': '',
      'Free on its disk (bytes)': '',
    })
    expect(historyRows(words(), answer)[1]).toEqual(['2026-11-24T03:05:07.000Z', '1', '2', '3', '', '5', '4'])
    expect(agentRows(words(), answer)[1]).toEqual(['+Mei', 'Offline', '2', '5'])
  })

  it('[look] every row is as wide as its heading, and no name runs as a formula', () => {
    const files = [
      queueRows(words(), answer, ({ name }) => name),
      agentRows(words(), answer),
      historyRows(words(), answer),
    ]
    for (const [head, ...rows] of files) for (const row of rows) expect(row).toHaveLength(head?.length ?? 0)
    expect(csvText(files[0] ?? [])).toContain("\r\n'=cmd|calc,1,2,61.2\r\n")
    expect(csvText(files[1] ?? [])).toContain("\r\n'+Mei,Offline,2,5\r\n")
  })
})
