import { expect, it } from 'vitest'
import { NO_OFFSET, type ConversationId, type Offset } from '../../protocol/index.ts'
import type { CommittedGroup } from '../../ports/journal.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, storeActions } from './store-actions.ts'

export const durabilityContract: ContractPart = (scene) => {
  it('[D1] a commit resolves after every listener heard of its group, and the head stands at it', async () => {
    const { store, newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    const heard: Offset[] = []
    store.journal.onCommitted((group) => {
      for (const { entry } of group.entries) heard.push(entry.offset)
      expect(store.journal.head()).toBe(group.entries.at(-1)?.entry.offset)
    })
    const outcome = await done(say(visitor, 'hello'))
    expect(heard).toContain(outcome.offset)
    expect(store.journal.head()).toBe(outcome.offset)
  })

  it('[D1] listeners get every entry exactly once, in the order of offsets, with nothing left out', async () => {
    const { store, newVisitor, say } = scene()
    const groups: CommittedGroup[] = []
    store.journal.onCommitted((group) => groups.push(group))
    const visitors = await Promise.all(Array.from({ length: 20 }, () => newVisitor()))
    await Promise.all(visitors.flatMap((visitor) => ['a', 'b', 'c'].map((text) => say(visitor, text))))
    const offsets = groups.flatMap((group) => group.entries.map(({ entry }) => entry.offset))
    expect(offsets).toEqual(Array.from({ length: 80 }, (_, index) => index + 1))
  })

  it('[D1] a listener that left hears nothing more', async () => {
    const { store, newVisitor, say } = scene()
    let heard = 0
    const leave = store.journal.onCommitted(() => (heard += 1))
    const visitor = await newVisitor()
    await say(visitor, 'one')
    leave()
    await say(visitor, 'two')
    expect(heard).toBe(1)
  })

  it('[D1] everything acknowledged is there after a restart, in the same journal', async () => {
    const { store, opened, newVisitor, newAgent, say, reply, done, replay } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, '在吗'))
    await done(reply(agent, conversation, '在的'))
    const before = await replay(asAgent(agent))
    const epoch = store.journal.epoch
    const reopened = await opened.reopen()
    expect(reopened.journal.epoch).toBe(epoch)
    expect(reopened.journal.head()).toBe(before.at(-1)?.offset)
    expect(await storeActions(reopened).replay(asAgent(agent))).toEqual(before)
  })

  it('[D1] the order of calls is the order of decisions', async () => {
    const { newVisitor, say, historyOf } = scene()
    const visitor = await newVisitor()
    const texts = Array.from({ length: 50 }, (_, index) => `message ${index}`)
    const results = await Promise.all(texts.map((text) => say(visitor, text)))
    expect(results.every((result) => result.ok)).toBe(true)
    const stored = await historyOf(1 as ConversationId)
    expect(stored.flatMap((entry) => (entry.kind === 'message.sent' ? [entry.body.text] : []))).toEqual(texts)
  })

  it('[D1] a refused command stores nothing and is not heard of', async () => {
    const { store, newVisitor, say } = scene()
    const visitor = await newVisitor()
    let heard = 0
    store.journal.onCommitted(() => (heard += 1))
    expect(await say(visitor, '   ')).toEqual({ ok: false, code: 'message_empty' })
    expect(heard).toBe(0)
    expect(store.journal.head()).toBe(NO_OFFSET)
  })

  it('[D10] a refused command costs the others of its group nothing', async () => {
    const { newVisitor, say } = scene()
    const visitor = await newVisitor()
    const results = await Promise.all([
      say(visitor, 'first'),
      say(visitor, '\ud800'),
      say(visitor, 'x'.repeat(100_000)),
      say(visitor, 'a\0b'),
      say(visitor, 'last'),
    ])
    expect(results.map((result) => (result.ok ? 'stored' : result.code))).toEqual([
      'stored',
      'text_malformed',
      'message_too_long',
      'text_malformed',
      'stored',
    ])
  })
}
