import { expect, it } from 'vitest'
import type { OutboxMessage } from '#client/client-state.ts'
import { limits, type AgentId, type ConversationId, type Entry } from '#protocol'
import { agentAuthor, sampleMessage, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { changeableForMs, lastOwnWords } from './own-words.ts'

const me = 1 as AgentId
const id = 1 as ConversationId
const said = (offset: number, at: number, author = agentAuthor(1)): Entry =>
  sampleMessage({ offset, at, author }, `m${offset}`)
const recalled = (entry: Entry): Entry =>
  ({ ...entry, body: { ...entry.body, text: '', revision: { offset: 99, at: 0, recalled: true } } }) as Entry
const stateOf = (entries: readonly Entry[], outbox: readonly OutboxMessage[] = []) => ({
  conversations: new Map([[id, sampleView(sampleSummary(), { entries })]]),
  outbox,
})
const lastText = (entries: readonly Entry[], now: number, outbox?: readonly OutboxMessage[]): string | undefined =>
  lastOwnWords(stateOf(entries, outbox), id, me, now)?.text

it('[D2.6] the arrow finds what I said last, past others and past what I recalled', () => {
  const entries = [said(1, 0), recalled(said(2, 1)), said(3, 2, visitorAuthor), said(4, 3, agentAuthor(2))]
  expect(lastText(entries, 10)).toBe('m1')
})

it('[D2.6] when the time for the last one is over, none before it is taken instead', () => {
  expect(lastText([said(1, 0), said(2, 5)], limits.reviseWithinMs + 4)).toBe('m2')
  expect(lastText([said(1, 0), said(2, 5)], limits.reviseWithinMs + 5)).toBeUndefined()
  expect(changeableForMs(undefined, 1e15)).toBe(limits.reviseWithinMs)
})

it('[D2.6] what waits to be sent comes before what is stored; what failed has its own buttons', () => {
  const unsent = { cid: 'c', conversation: id, text: 'waits', files: [], state: 'sending' } as unknown as OutboxMessage
  expect(lastText([said(1, 0)], 10, [unsent])).toBe('waits')
  expect(lastText([said(1, 0)], 10, [{ ...unsent, state: 'failed' }])).toBe('m1')
})
