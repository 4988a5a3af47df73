import { describe, expect, it } from 'vitest'
import type { Client } from '#client/client.ts'
import type { ClientState } from '#client/client-state.ts'
import { fail, ok, type ConversationId } from '#protocol'
import { agentAuthor, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { createClosingStore } from './closing-store.ts'

const id = 7 as ConversationId
const at = (offset: number, by = visitorAuthor): ClientState => {
  const lastMessage = { author: by, preview: '', at: 0, offset } as never // plain numbers
  const view = sampleView(sampleSummary({ id, owner: 1, lastOffset: offset, lastMessage }))
  return { conversations: new Map([[id, view]]) } as unknown as ClientState // only what closing reads
}

const setUp = (answer: 'done' | 'conversation_closed' | 'no_answer' = 'done') => {
  let state = at(5)
  let listener = (): void => undefined
  const closed: string[] = []
  const told: string[] = []
  const client = {
    state: () => state,
    subscribe: (heard: () => void) => {
      listener = heard
      return () => undefined
    },
    close: (_: ConversationId, reason: string) => {
      closed.push(reason)
      return Promise.resolve(answer === 'done' ? ok(undefined) : fail(answer))
    },
  } as unknown as Client // only what closing calls
  const closing = createClosingStore(client, {
    keptOpen: () => told.push('kept open'),
    failed: (_, code) => told.push(code),
  })
  closing.watch()
  const change = (next: ClientState): void => {
    state = next
    listener()
  }
  return { closing, closed, told, change }
}

describe('closing with time to think again', () => {
  it('[look] is sent once, when the undo window is over', async () => {
    const { closing, closed } = setUp()
    closing.begin(id, 'resolved')
    expect([closing.getState().has(id), closed]).toEqual([true, []])
    closing.settle(id)
    closing.settle(id)
    await Promise.resolve()
    expect([closing.getState().has(id), closed]).toEqual([false, ['resolved']])
  })

  it('[look] an undone close never goes out', () => {
    const { closing, closed } = setUp()
    closing.begin(id, 'spam')
    closing.undo(id)
    closing.settleAll()
    expect(closed).toEqual([])
  })

  it('[look] a visitor who writes again keeps it open; our own last word does not', () => {
    const { closing, closed, told, change } = setUp()
    closing.begin(id, 'resolved')
    change(at(6, agentAuthor(1)))
    expect(closing.getState().has(id)).toBe(true)
    change(at(7))
    closing.settleAll()
    expect([closing.getState().has(id), closed, told]).toEqual([false, [], ['kept open']])
  })

  it('[D10] a failure is told, "closed already" is what was wanted', async () => {
    const broken = setUp('no_answer')
    broken.closing.begin(id, 'other')
    broken.closing.settleAll()
    await Promise.resolve()
    await Promise.resolve()
    expect(broken.told).toEqual(['no_answer'])
    const done = setUp('conversation_closed')
    done.closing.begin(id, 'other')
    done.closing.settleAll()
    await Promise.resolve()
    await Promise.resolve()
    expect(done.told).toEqual([])
  })
})
