import { expect, it } from 'vitest'
import type { MessageState } from '#client/client-state.ts'
import { agentAuthor, sampleMessage, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { ledgerOf } from './message-ledger.ts'
import type { ReceiptTimes, Witnessed } from './receipt-times.ts'

const sent = { cid: 'c', author: agentAuthor(1), at: 100, offset: 5 } as never
const mine = sampleMessage({ offset: 5, at: 100, author: agentAuthor(1) }, 'x')
const answer = sampleMessage({ offset: 7, at: 400, author: visitorAuthor }, 'y')

const read = (
  state: MessageState,
  known: { written?: number; delivered?: Partial<Witnessed>; read?: Partial<Witnessed> } = {},
  entries = [mine],
  of = sent,
): string[] => {
  const times: Pick<ReceiptTimes, 'of' | 'written'> = {
    of: (_, __, what) => known[what] as Witnessed | undefined,
    written: () => known.written as never,
  }
  return ledgerOf(of, state, sampleView(sampleSummary(), { entries }), times).map(({ time }) =>
    'at' in time ? `${time.kind} ${time.at}` : time.kind,
  )
}

it('[D6.1] each step has its time where it was witnessed, and says where it was not', () => {
  const known = { written: 90, delivered: { at: 200, isExact: true }, read: { at: 300, isExact: true } } as never
  expect(read('read', known)).toEqual(['at 90', 'at 100', 'at 200', 'at 300'])
  expect(read('stored')).toEqual(['unknown', 'at 100', 'not yet', 'not yet'])
  expect(read('delivered', { delivered: { at: 250, isExact: false } as never })).toEqual([
    'unknown',
    'at 100',
    'by 250',
    'not yet',
  ])
})

it('[D6.1] an answer proves that it was read by then, whatever became of the receipt', () => {
  expect(read('read', {}, [mine, answer])).toEqual(['unknown', 'at 100', 'by 400', 'by 400'])
  const late = { delivered: { at: 900, isExact: false }, read: { at: 900, isExact: false } } as never
  expect(read('read', late, [mine, answer])).toEqual(['unknown', 'at 100', 'by 400', 'by 400'])
})

it('[D1] what is not stored yet claims nothing', () => {
  const unsent = { cid: 'c', author: agentAuthor(1), at: 90, offset: undefined } as never
  expect(read('sending', { written: 90 }, [], unsent)).toEqual(['at 90', 'not yet', 'not yet', 'not yet'])
})
