import { describe, expect, it } from 'vitest'
import type { ClientState } from '#client/client-state.ts'
import type { AgentId, Entry } from '#protocol'
import { agentAuthor, sampleEntry, sampleSummary, sampleView } from '../dev/sample.ts'
import { watchInterventions } from './interventions.ts'

const me = 1 as AgentId
const state = (owner: number, entries: readonly Entry[], ready = true): ClientState => {
  const lastOffset = (entries.at(-1)?.offset ?? 1) as never
  const summary = { ...sampleSummary({ id: 7, owner }), lastOffset }
  return { ready, conversations: new Map([[summary.id, sampleView(summary, { entries })]]) } as unknown as ClientState // only what it reads
}
const transferred = (by: number, to: number, offset: number, note = '') =>
  sampleEntry({ offset, at: offset, author: agentAuthor(by) }, 'conversation.transferred', { from: 1, to, note })
const noted = (by: number, offset: number, mentions?: readonly number[]) =>
  sampleEntry({ offset, at: offset, author: agentAuthor(by) }, 'note.added', { text: 'ask for the number', mentions })
const told = (...states: ClientState[]) => {
  const watch = watchInterventions(me)
  const all = states.map((one) => watch(one).map(({ kind, by, to, text }) => [kind, by, to, text]))
  return all.at(-1)
}

describe('interventions', () => {
  it('[D8.9] who had a conversation is told who took it over, and why', () => {
    expect(told(state(1, []), state(2, [transferred(2, 2, 9, 'I know him')]))).toEqual([['lost', 2, 2, 'I know him']])
    expect(told(state(1, []), state(3, [transferred(2, 3, 9)]))).toEqual([['given', 2, 3, '']])
  })

  it('[D8.9] and what a colleague whispers, once', () => {
    const whispered = state(1, [noted(2, 9)])
    expect(told(state(1, []), whispered)).toEqual([['whispered', 2, 1, 'ask for the number']])
    expect(told(state(1, []), whispered, state(1, [noted(2, 9)]))).toEqual([])
  })

  it('[D2.9] who is called hears of it once, also in a conversation that is not theirs; nobody else does', () => {
    const called = state(3, [noted(2, 9, [4, 1])])
    expect(told(state(3, []), called)).toEqual([['mentioned', 2, 3, 'ask for the number']])
    expect(told(state(1, []), state(1, [noted(2, 9, [1])]))).toEqual([['mentioned', 2, 1, 'ask for the number']])
    expect(told(state(3, []), called, called)).toEqual([])
    expect(told(state(3, []), state(3, [noted(2, 9, [4])]))).toEqual([])
    expect(told(called)).toEqual([])
  })

  it('what was there before, what I did myself and what never was mine is no news', () => {
    expect(told(state(1, [noted(2, 9)], false))).toEqual([])
    expect(told(state(1, [noted(2, 9)]))).toEqual([])
    expect(told(state(1, []), state(2, [transferred(1, 2, 9)]))).toEqual([])
    expect(told(state(1, []), state(1, [noted(1, 9)]))).toEqual([])
    expect(told(state(3, []), state(2, [transferred(2, 2, 9)]))).toEqual([])
    expect(told(state(3, []), state(1, [transferred(2, 1, 9, 'yours')]))).toEqual([])
  })
})
