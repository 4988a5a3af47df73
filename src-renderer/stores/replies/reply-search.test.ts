import { beforeAll, describe, expect, it } from 'vitest'
import { EVERYONE, NO_AGENT, type ReplyId } from '#protocol'
import { loadReadings, type Readings } from './pinyin-readings.ts'
import { prepareReply, searchReplies, type Reply } from './reply-search.ts'

let readings: Readings
beforeAll(async () => {
  readings = await loadReadings()
})

const reply = (id: number, title: string, change: Partial<Reply> = {}): Reply => ({
  id: id as ReplyId,
  version: 'v',
  owner: NO_AGENT,
  title,
  shortcut: '',
  folder: '',
  text: '',
  group: EVERYONE,
  file: null,
  ...change,
})
const none = (_reply: Reply): number => 0
const search = (typed: string, replies: readonly Reply[], liking = none) =>
  searchReplies(
    replies.map((one) => prepareReply(one, readings)),
    typed,
    liking,
    50,
  ).found
const titles = (typed: string, replies: readonly Reply[]): readonly string[] =>
  search(typed, replies).map(({ reply: { title } }) => title)
/** The meant characters in brackets. */
const marked = (typed: string, title: string): string | undefined => {
  const [found] = search(typed, [reply(1, title)])
  if (!found) return undefined
  let text = ''
  let from = 0
  for (const [start, end] of found.ranges) {
    text += `${title.slice(from, start)}[${title.slice(start, end)}]`
    from = end
  }
  return text + title.slice(from)
}

describe('searching quick replies', () => {
  it.each([
    ['tk', '退款', '[退款]'],
    ['tuikuan', '退款', '[退款]'],
    ['tuik', '退款说明', '[退款]说明'],
    ['tkuan', '退款', '[退款]'],
    ['退款', '申请退款', '申请[退款]'],
    ['退k', '退款', '[退款]'],
    ['sm', '退款说明', '退款[说明]'],
    ['yinhang', '银行转账', '[银行]转账'],
    ['cf', '重复下单', '[重复]下单'],
    ['chongfu', '重复下单', '[重复]下单'],
    ["tui'kuan", '退款', '[退款]'],
    ['viptk', 'VIP退款', '[VIP退款]'],
    ['tkqt', '退款（七天）', '[退款（七天]）'],
    ['refund', 'Refund policy', '[Refund] policy'],
    ['pol', 'Refund policy', 'Refund [pol]icy'],
    ['rfd', 'Refund policy', '[R]e[f]un[d] policy'],
    ['rp', 'Refund policy', '[R]efund [p]olicy'],
    ['ＶＩＰ', 'vip offer', '[vip] offer'],
    ['pol ref', 'Refund policy', '[Ref]und [pol]icy'],
  ])('%s finds %s', (typed, title, meant) => expect(marked(typed, title)).toBe(meant))

  it.each([
    ['tkx', '退款'],
    ['kt', '退款'],
    ['zz', 'Refund policy'],
    ['refund zz', 'Refund policy'],
    ['款退', '退款'],
  ])('%s does not find %s', (typed, title) => expect(marked(typed, title)).toBeUndefined())

  it('the shortcut comes first, then beginnings, then what lies inside, then letters in order, then the text', () => {
    const replies = [
      reply(1, 'All the rest', { text: 'about refunds' }),
      reply(2, 'Rarely ever funded'),
      reply(3, 'How to refund'),
      reply(4, 'Refund'),
      reply(5, 'Money back', { shortcut: 'refund' }),
      reply(6, 'Refund policy'),
    ]
    expect(titles('refund', replies)).toEqual([
      'Money back',
      'Refund',
      'Refund policy',
      'How to refund',
      'Rarely ever funded',
      'All the rest',
    ])
  })

  it('what lies in the text is found by its characters and by their first letters, and stands last', () => {
    const replies = [reply(1, 'Money', { text: '您的退款已经到账' }), reply(2, '退款')]
    expect(titles('tk', replies)).toEqual(['退款', 'Money'])
    expect(titles('到账', replies)).toEqual(['Money'])
  })

  it('a folder’s name finds what is in it', () => {
    expect(titles('sh', [reply(1, 'Hello', { folder: '售后' }), reply(2, 'Other')])).toEqual(['Hello'])
  })

  it('nothing typed shows what is used most; a habit decides between equals and not against what was typed', () => {
    const replies = [reply(1, 'Refund one'), reply(2, 'Refund two'), reply(3, 'To refund')]
    const liking = ({ id }: Reply): number => (id === 2 ? 5 : id === 3 ? 9 : 0)
    expect(search('', replies, liking).map((found) => found.reply.id)).toEqual([3, 2, 1])
    expect(search('refund', replies, liking).map((found) => found.reply.id)).toEqual([2, 1, 3])
  })

  it('one’s own stands before a shared one of the same name', () => {
    const mine = reply(2, 'Hello', { owner: 7 as Reply['owner'] })
    expect(search('hello', [reply(1, 'Hello'), mine]).map((found) => found.reply.id)).toEqual([2, 1])
  })

  it('names of zalgo, right to left and half characters break nothing', () => {
    const odd = ['Z̸̢͠a̶l̴g̵o̶', 'مرحبا بك', '\uD83D refund', '👩‍👩‍👧 family', 'İstanbul', '  ']
    const replies = odd.map((title, index) => reply(index + 1, title))
    for (const typed of ['z', 'مر', '\uD83D', '👩', 'ist', '((', '.*', '', ' ', '{{']) search(typed, replies)
    expect(titles('family', replies)).toEqual(['👩‍👩‍👧 family'])
  })
})
