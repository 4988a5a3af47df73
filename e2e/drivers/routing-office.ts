// Groups, tags and intents of the tea shop whose pages are looked at.
import { defaultGroup } from '#protocol'
import { addSetting } from './desk-api.ts'

const day = [
  { from: 540, to: 720 },
  { from: 780, to: 1080 },
]
/** Where the office is: what counts as a day there. */
const timeZone = 'Asia/Shanghai'
const hours = {
  timeZone,
  week: [day, day, day, day, day, [{ from: 600, to: 960 }], []],
  exceptions: [
    { date: '2026-10-01', name: '国庆节', open: [] },
    { date: '2026-12-24', name: 'Christmas Eve', open: [{ from: 540, to: 720 }] },
  ],
}
const refunds = ['I want my money back', '我要退款', 'How long does a refund take?', '退款多久到账', 'refund please']
const parcels = ['Where is my parcel', '我的快递到哪了', 'The tracking number shows nothing']

/** 2026-09-30 on the office's calendar. */
export const dayInOffice = (at: number): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

/** What is on the pages without being the desk's own words. */
export const wordsOfRouting = [
  'Returns 退货',
  'Wholesale',
  'vip',
  'order:*',
  'Refund 退款',
  'Where is my parcel',
  timeZone,
  'Christmas Eve',
  'bge-small-zh-v1.5, all-MiniLM-L6-v2',
  'npm run setup',
  '--model-dir',
  ...refunds,
  ...parcels,
]

export const writeRouting = async (deskUrl: string, token: string): Promise<void> => {
  const wholesale = await addSetting(deskUrl, token, 'groups', { ...defaultGroup, name: 'Wholesale', members: [2, 3] })
  const returns = await addSetting(deskUrl, token, 'groups', {
    ...defaultGroup,
    name: 'Returns 退货',
    members: [2, 4],
    acceptance: 'offer',
    replyWithinMs: 120_000,
    overflow: { afterMs: 180_000, to: 0 },
    autoClose: { warnAfterMs: 600_000, closeAfterMs: 300_000 },
    hours,
  })
  await addSetting(deskUrl, token, 'tag-rules', { pattern: 'vip', group: wholesale.id, agents: [3], priority: 9 })
  await addSetting(deskUrl, token, 'tag-rules', { pattern: 'order:*', group: returns.id, agents: [], priority: 0 })
  await addSetting(deskUrl, token, 'intents', { name: 'Refund 退款', examples: refunds, group: returns.id })
  await addSetting(deskUrl, token, 'intents', { name: 'Where is my parcel', examples: parcels, group: 0 })
}
