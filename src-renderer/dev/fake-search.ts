// What the scripted desk finds, whatever is asked: enough to see a page of it.
import type { SearchHit, SearchPage } from '#protocol/search-schemas.ts'
import { sampleSummary, sampleVisitor } from './sample.ts'

const minute = 60_000
const texts = [
  '我的退款什么时候到账？订单 20260317，已经等了三天',
  'The refund went out yesterday; banks take one to three days.',
  '客人很着急，退款单号已核对，优先处理',
  '退款已到，谢谢',
] as const

const marksIn = (text: string): readonly (readonly [number, number])[] =>
  [...text.matchAll(/退款|refund/giu)].map(({ index, 0: word }) => [index, index + word.length] as const)

const hit = (index: number): SearchHit =>
  ({
    offset: 900 - index,
    seq: 20 - index,
    conversation: index < 3 ? 1 : 2,
    at: Date.now() - (index + 1) * 700 * minute,
    author: index % 2 === 0 ? { kind: 'visitor', id: 0 } : { kind: 'agent', id: 2 },
    by: index === 2 ? 'note' : index % 2 === 0 ? 'visitor' : 'desk',
    snippet: {
      text: texts[index] ?? '',
      marks: marksIn(texts[index] ?? ''),
      isCutBefore: index === 1,
      isCutAfter: index === 0,
    },
  }) as unknown as SearchHit // plain numbers

export const fakeSearchPage = (): SearchPage => ({
  hits: texts.map((_, index) => hit(index)),
  conversations: [
    sampleSummary({ id: 1, owner: 2, visitor: sampleVisitor({ id: 7, name: '李雷', tags: ['VIP', '退款'] }) }),
    sampleSummary({ id: 2, status: 'closed', visitor: sampleVisitor({ id: 8, name: 'Amy Bennett' }) }),
  ],
  people: [],
  next: 0 as SearchPage['next'],
  behind: 0,
})
