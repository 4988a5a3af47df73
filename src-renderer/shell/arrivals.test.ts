import { describe, expect, it } from 'vitest'
import type { ClientState } from '#client/client-state.ts'
import type { AgentId, ConversationSummary, Entry } from '#protocol'
import { agentAuthor, sampleEntry, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { watchArrivals } from './arrivals.ts'

const me = 1 as AgentId
const state = (
  rows: readonly (readonly [summary: ConversationSummary, entries?: readonly Entry[]])[],
  ready = true,
): ClientState =>
  ({
    ready,
    offers: new Map(),
    conversations: new Map(rows.map(([summary, entries = []]) => [summary.id, sampleView(summary, { entries })])),
  }) as unknown as ClientState // only what arrivals read
const row = (owner: number, offset: number, unread = 1, by = visitorAuthor): ConversationSummary =>
  sampleSummary({
    id: 7,
    owner,
    unread,
    lastMessage: { author: by, preview: 'hi', at: 0 as never, offset: offset as never },
  })
const kinds = (arrivals: readonly { kind: string }[]): string[] => arrivals.map(({ kind }) => kind)

describe('arrivals', () => {
  it('[look] what was there when the desk opened is no news', () => {
    const watch = watchArrivals(me)
    expect(watch(state([], false))).toEqual([])
    expect(watch(state([[row(1, 5)]]))).toEqual([])
    expect(watch(state([[row(1, 5)]]))).toEqual([])
  })

  it('[look] a new message for me is news once, a colleague’s or my own is not', () => {
    const watch = watchArrivals(me)
    watch(state([[row(1, 5)]]))
    expect(kinds(watch(state([[row(1, 6)]])))).toEqual(['message'])
    expect(watch(state([[row(1, 6)]]))).toEqual([])
    expect(watch(state([[row(1, 7, 0, agentAuthor(1))]]))).toEqual([])
    expect(watch(state([[row(2, 8)]]))).toEqual([])
    expect(watch(state([[row(2, 9)]]))).toEqual([])
  })

  it('[look] what I am reading already makes no noise', () => {
    const watch = watchArrivals(me)
    watch(state([[row(1, 5, 0)]]))
    expect(watch(state([[row(1, 6, 0)]]))).toEqual([])
  })

  it('[D8] a conversation that became mine is news unless I took it', () => {
    const assignment = (by: number | undefined) =>
      sampleEntry(
        { offset: 9, at: 9, ...(by === undefined ? {} : { author: agentAuthor(by) }) },
        'conversation.assigned',
        { agent: 1 },
      )
    const routed = watchArrivals(me)
    routed(state([]))
    expect(kinds(routed(state([[row(1, 5), [assignment(undefined)]]])))).toEqual(['assigned'])
    const given = watchArrivals(me)
    given(state([[row(2, 5)]]))
    expect(kinds(given(state([[row(1, 5), [assignment(2)]]])))).toEqual(['assigned'])
    const taken = watchArrivals(me)
    taken(state([[row(0, 5)]]))
    expect(taken(state([[row(1, 5), [assignment(1)]]]))).toEqual([])
  })
  it('[D7.25] what is offered to me is news once, also when the desk has just been opened', () => {
    const offered = (agent: number): ClientState => ({
      ...state([[row(0, 5)]]),
      offers: new Map([[7, { conversation: 7, agent }]]) as unknown as ClientState['offers'],
    })
    const watch = watchArrivals(me)
    expect(watch(offered(2))).toEqual([])
    expect(kinds(watch(offered(1)))).toEqual(['offered'])
    expect(watch(offered(1))).toEqual([])
    expect(watch(state([[row(0, 5)]]))).toEqual([])
    expect(kinds(watch(offered(1)))).toEqual(['offered'])
  })
})
