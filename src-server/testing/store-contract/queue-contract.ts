import { expect, it } from 'vitest'
import {
  limits,
  NO_AGENT,
  NO_CONVERSATION,
  NO_OFFSET,
  type AgentId,
  type IntentId,
  type Offset,
} from '../../protocol/index.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, asVisitor, byTag } from './store-actions.ts'

const refused = (code: string) => ({ ok: false, code })

export const queueContract: ContractPart = (scene) => {
  it('[D7.8] [D8.1] a restart knows in which group a conversation waits, how urgent it is, and why', async () => {
    const { opened, newVisitor, newAgent, newGroup, say, queue, done, historyOf, summaryFor } = scene()
    const agent = await newAgent('Li')
    await done(newGroup(3, '售后'))
    const placed = await done(say(await newVisitor(), 'hi'))
    const unplaced = await done(say(await newVisitor(), 'hi'))
    await done(queue(NO_AGENT, placed.conversation, 3, { agents: [agent], priority: 9 }))
    expect((await historyOf(placed.conversation)).at(-1)).toMatchObject({
      kind: 'conversation.queued',
      author: { kind: 'system', id: 0 },
      body: { group: 3, groupName: '售后', agents: [agent], priority: 9, reason: byTag, note: '', front: false },
    })
    // Colleagues see it in their lists, the visitor does not.
    expect((await summaryFor(asAgent(agent), placed.conversation))?.placed).toEqual({ group: 3, priority: 9 })
    expect((await summaryFor(asAgent(agent), unplaced.conversation))?.placed).toBeUndefined()
    const known = await (await opened.reopen()).journal.openConversations()
    expect(known.map(({ id, place }) => [id, place])).toEqual([
      [placed.conversation, { group: 3, agents: [agent], priority: 9, reason: byTag }],
      [unplaced.conversation, null],
    ])
  })

  it('[D4.9] a row tells colleagues what was wanted and whether anybody answered, and visitors neither', async () => {
    const { newVisitor, newAgent, newGroup, say, queue, assign, reply, done, summaryFor } = scene()
    const agent = await newAgent('Li')
    const visitor = await newVisitor()
    await done(newGroup(3, '售后'))
    const { conversation } = await done(say(visitor, '我要退款'))
    const reason = { ...byTag, layer: 'intent' as const, rule: '退款', intent: 7 as IntentId }
    await done(queue(NO_AGENT, conversation, 3, { reason }))
    const before = await summaryFor(asAgent(agent), conversation)
    expect(before?.placed).toEqual({ group: 3, priority: 0, intent: 7 })
    expect(before).not.toHaveProperty('answered')
    await done(assign(agent, conversation, agent))
    await done(reply(agent, conversation, '好的'))
    expect((await summaryFor(asAgent(agent), conversation))?.answered).toBe(true)
    const theirs = await summaryFor(asVisitor(visitor), conversation)
    expect(theirs).not.toHaveProperty('placed')
    expect(theirs).not.toHaveProperty('answered')
  })

  it('[D7.8] placing what is placed so already changes nothing; a reopened conversation is placed anew', async () => {
    const { store, newVisitor, newAgent, newGroup, say, queue, close, done } = scene()
    const boss = await newAgent('Boss')
    const visitor = await newVisitor()
    await done(newGroup(3, 'a'))
    const { conversation } = await done(say(visitor, 'hi'))
    await done(queue(NO_AGENT, conversation, 3))
    expect(await done(queue(NO_AGENT, conversation, 3))).toMatchObject({ offset: NO_OFFSET })
    await done(close(boss, conversation))
    expect(await queue(NO_AGENT, conversation, 3)).toEqual(refused('conversation_closed'))
    await done(say(visitor, 'once more'))
    expect((await store.journal.openConversations())[0]).toMatchObject({ id: conversation, place: null })
  })

  it('[D7.8] owners and supervisors move a conversation to a group, nobody else, and not under others’ hands', async () => {
    const { newVisitor, newAgent, newGroup, say, assign, queue, commit, done, summaryFor } = scene()
    const [boss, li, mei] = [await newAgent('Boss'), await newAgent('Li'), await newAgent('Mei')]
    await done(newGroup(3, 'a'))
    await done(newGroup(4, 'gone'))
    await done(commit({ type: 'setting', actor: { kind: 'system' }, key: 'routing.group.4', value: null }))
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    expect(await queue(li, conversation, 3)).toEqual(refused('not_owner'))
    await done(assign(li, conversation, li))
    expect(await queue(NO_AGENT, conversation, 3)).toEqual(refused('already_assigned'))
    expect(await queue(mei, conversation, 3, { expectedOwner: li })).toEqual(refused('not_owner'))
    expect(await queue(li, conversation, 4, { expectedOwner: li })).toEqual(refused('group_unknown'))
    expect(await queue(li, conversation, 99, { expectedOwner: li })).toEqual(refused('group_unknown'))
    expect(await queue(li, NO_CONVERSATION, 3, { expectedOwner: li })).toEqual(refused('conversation_unknown'))
    const tooLong = { expectedOwner: li, note: 'x'.repeat(limits.maxTransferNoteLength + 1) }
    expect(await queue(li, conversation, 3, tooLong)).toEqual(refused('message_too_long'))
    expect(await queue(li, conversation, 3, { expectedOwner: li, note: '\ud800' })).toEqual(refused('text_malformed'))
    await done(queue(li, conversation, 3, { expectedOwner: li, note: ' 客户很急 ' }))
    expect(await summaryFor(asAgent(boss), conversation)).toMatchObject({ owner: NO_AGENT })
    await done(queue(boss, conversation, 0))
  })

  it('[D7.8] the place in the queue is what the waiting has earned, or in front; also after a restart', async () => {
    const { opened, clock, newVisitor, newAgent, newGroup, say, dispatch, reply, queue, done } = scene()
    const li = await newAgent('Li')
    await done(newGroup(3, 'a'))
    const talks = []
    for (const text of ['first', 'second', 'third']) {
      talks.push((await done(say(await newVisitor(), text))).conversation)
      clock.move(1_000)
    }
    const [first, second, third] = talks as [never, never, never]
    await done(dispatch(first, li))
    await done(queue(li, first, 3, { expectedOwner: li }))
    for (const vanished of [third]) await done(dispatch(vanished, li))
    await done(reply(li, third, 'yes?'))
    await done(queue(NO_AGENT, third, 0, { expectedOwner: li, front: true }))
    const order = [third, first, second]
    const known = await (await opened.reopen()).journal.openConversations()
    expect(known.map(({ id, owner }) => [id, owner])).toEqual(order.map((id) => [id, NO_AGENT]))
    // Li moved the first one away herself, so that it does not come back to her by itself; the third she only lost.
    expect(known.map(({ declinedBy }) => declinedBy)).toEqual([NO_AGENT, li, NO_AGENT])
  })

  it('[D2.4] a note is there once, whoever has the conversation, and is neither a message nor an answer', async () => {
    const { store, newVisitor, newAgent, say, reply, note, close, done, nextCid, historyOf, summaryFor } = scene()
    const [boss, li] = [await newAgent('Boss'), await newAgent('Li')]
    const visitor = await newVisitor()
    const { conversation, at } = await done(say(visitor, 'hi'))
    const cid = nextCid()
    const first = await done(note(boss, conversation, ' 老客户，多让一步 ', cid))
    const head = store.journal.head()
    expect(await done(note(boss, conversation, '老客户，多让一步', cid))).toEqual({ ...first, duplicate: true })
    expect(store.journal.head()).toBe(head)
    expect(await note(boss, conversation, 'other words', cid)).toEqual(refused('cid_reused'))
    expect(await reply(boss, conversation, '老客户，多让一步', { cid })).toEqual(refused('cid_reused'))
    const spoken = nextCid()
    await done(reply(li, conversation, 'hello', { cid: spoken }))
    expect(await note(li, conversation, 'hello', spoken)).toEqual(refused('cid_reused'))
    expect(await note(li, conversation, '  ')).toEqual(refused('message_empty'))
    expect(await note(99 as AgentId, conversation, 'a')).toEqual(refused('forbidden'))
    expect(await note(li, NO_CONVERSATION, 'a')).toEqual(refused('conversation_unknown'))
    await done(close(li, conversation))
    await done(note(boss, conversation, 'afterwards'))
    const kinds = (await historyOf(conversation, asVisitor(visitor))).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'note.added')).toHaveLength(2)
    expect(await summaryFor(asAgent(boss), conversation)).toMatchObject({
      status: 'closed',
      owner: li,
      openedAt: at,
      lastMessage: { preview: 'hello' },
    })
  })

  it('[D7.14] leaves traces of every entry in a conversation, for whoever counts', async () => {
    const { store, newVisitor, newAgent, say, reply, assign, done } = scene()
    const li = await newAgent('Li')
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(assign(li, conversation, li))
    await done(reply(li, conversation, 'hello'))
    const all = await store.journal.tracesAfter(0 as Offset, 100)
    expect(all.map(({ kind, author, owner }) => [kind, author.kind, owner])).toEqual([
      ['conversation.opened', 'visitor', NO_AGENT],
      ['message.sent', 'visitor', NO_AGENT],
      ['conversation.assigned', 'agent', li],
      ['message.sent', 'agent', li],
    ])
    expect(all[3]).toMatchObject({
      offset: store.journal.head(),
      conversation,
      kind: 'message.sent',
      author: { kind: 'agent', id: li },
      owner: li,
    })
    expect(await store.journal.tracesAfter(all[0]?.offset as Offset, 2)).toEqual(all.slice(1, 3))
  })

  it('[D8.5] the decisions of a conversation are all that queued it and moved its ownership, the newest of many', async () => {
    const { store, newVisitor, newAgent, newGroup, say, reply, queue, assign, transfer, close, done } = scene()
    const [boss, li] = [await newAgent('Boss'), await newAgent('Li')]
    const visitor = await newVisitor()
    await done(newGroup(3, 'a'))
    const { conversation } = await done(say(visitor, 'hi'))
    const other = await done(say(await newVisitor(), 'me too'))
    await done(queue(NO_AGENT, conversation, 3))
    await done(assign(li, conversation, li))
    await done(reply(li, conversation, 'hello'))
    await done(transfer(li, conversation, boss))
    await done(close(boss, conversation))
    const decisionsOf = async (id: typeof conversation) => {
      const found = await store.journal.decisions(id)
      if (!found.ok) throw new Error(found.code)
      return found.value.map(({ entry, owner, previousOwner }) => [entry.kind.slice(13), owner, previousOwner])
    }
    expect(await decisionsOf(conversation)).toEqual([
      ['opened', NO_AGENT, NO_AGENT],
      ['queued', NO_AGENT, NO_AGENT],
      ['assigned', li, NO_AGENT],
      ['transferred', boss, li],
    ])
    expect(await decisionsOf(other.conversation)).toHaveLength(1)
    expect(await store.journal.decisions(NO_CONVERSATION)).toEqual(refused('conversation_unknown'))
    for (let turn = 0; turn < limits.maxDecisions; turn += 1)
      await done(assign(boss, other.conversation, turn % 2 ? NO_AGENT : li, turn % 2 ? li : NO_AGENT))
    const many = await decisionsOf(other.conversation)
    expect([many.length, many.at(-1)]).toEqual([limits.maxDecisions, ['assigned', NO_AGENT, li]])
  })
}
