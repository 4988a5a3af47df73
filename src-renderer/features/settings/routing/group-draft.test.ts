import { defaultGroup, type GroupId } from '#protocol'
import { expect, it } from 'vitest'
import { draftOfGroup, parseGroup } from './group-draft.ts'

const row = {
  ...defaultGroup,
  id: 3 as GroupId,
  version: 'v',
  name: 'Returns',
  replyWithinMs: 90_000,
  overflow: { afterMs: 0, to: 0 as GroupId },
  autoClose: { warnAfterMs: 600_000, closeAfterMs: 300_000 },
  hours: {
    timeZone: 'Asia/Shanghai',
    week: [
      [
        { from: 540, to: 720 },
        { from: 780, to: 1080 },
      ],
      [],
      [],
      [],
      [],
      [],
      [],
    ],
    exceptions: [{ date: '2026-10-01', name: '国庆', open: [] }],
  },
}

it('[look] what was not touched is saved as it was', () => {
  const { id: _id, version: _version, ...wish } = row
  expect(parseGroup(draftOfGroup(row, 'UTC'), false)).toEqual({ wish, wrong: [] })
  expect(parseGroup({ ...draftOfGroup(undefined, 'UTC'), name: 'New' }, false).wish).toEqual({
    ...defaultGroup,
    name: 'New',
  })
})

it('[look] everything that cannot be saved is named at its field', () => {
  const draft = {
    ...draftOfGroup(row, 'UTC'),
    name: ' ',
    offerSeconds: '1',
    maxQueue: 'many',
    warnMinutes: '0',
    timeZone: 'Moon',
    week: ['9-8', '', '', '', '', '', ''],
    exceptions: [
      { key: 0, date: '2026-02-30', name: '', open: '' },
      { key: 1, date: '2026-10-01', name: '', open: 'x' },
      { key: 2, date: '2026-10-01', name: '', open: '' },
    ],
  }
  const { wish, wrong } = parseGroup(draft, false)
  expect(wish).toBeUndefined()
  expect(wrong.map(({ field }) => field)).toEqual([
    'name',
    'offerMs',
    'maxQueue',
    'hours.timeZone',
    'hours.exceptions.0.date',
    'hours.exceptions.2.date',
    'hours.week.0',
    'hours.exceptions.1.open',
    'autoClose.warnAfterMs',
  ])
  expect(parseGroup({ ...draft, name: '' }, true).wrong.map(({ field }) => field)).not.toContain('name')
})
