import { expect, it } from 'vitest'
import { limits, NO_AGENT, NO_OFFSET, type AgentId, type ConversationId } from '../../protocol/index.ts'
import type { ContractPart } from './contract-part.ts'
import { asAgent, byRule } from './store-actions.ts'

const refused = (code: string) => ({ ok: false, code })

export const ownershipContract: ContractPart = (scene) => {
  it('[D7] of two who take the same conversation at the same moment one gets it', async () => {
    const { newVisitor, newAgent, say, assign, done, historyOf } = scene()
    const agents = [await newAgent('Li'), await newAgent('Mei'), await newAgent('Tom')]
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    const results = await Promise.all(agents.map((agent) => assign(agent, conversation, agent)))
    expect(results.map((result) => (result.ok ? 'taken' : result.code)).sort()).toEqual([
      'already_assigned',
      'already_assigned',
      'taken',
    ])
    const taken = (await historyOf(conversation)).filter((entry) => entry.kind === 'conversation.assigned')
    expect(taken).toHaveLength(1)
  })

  it('[D7] taking what is one’s own already changes nothing, so that a retry is harmless', async () => {
    const { store, newVisitor, newAgent, say, assign, done } = scene()
    const agent = await newAgent('Li')
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(assign(agent, conversation, agent))
    const head = store.journal.head()
    expect(await done(assign(agent, conversation, agent))).toMatchObject({ offset: NO_OFFSET })
    expect(store.journal.head()).toBe(head)
  })

  it('[D7] answering takes a waiting conversation; a colleague’s is not answered', async () => {
    const { newVisitor, newAgent, say, reply, done, summaryFor } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(reply(li, conversation, 'hello'))
    expect(await reply(mei, conversation, 'me too')).toEqual(refused('not_owner'))
    expect(await summaryFor(asAgent(li), conversation)).toMatchObject({ owner: li, waitingSince: 0 })
  })

  it('[D8] the journal keeps why a conversation went to whom', async () => {
    const { newVisitor, newAgent, say, dispatch, done, historyOf } = scene()
    const agent = await newAgent('李')
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(dispatch(conversation, agent))
    expect((await historyOf(conversation)).at(-1)).toMatchObject({
      kind: 'conversation.assigned',
      author: { kind: 'system', id: 0 },
      body: { agent, agentName: '李', previous: NO_AGENT, reason: byRule },
    })
  })

  it('the dispatcher gives nothing to an agent who is not online, is gone or unknown', async () => {
    const { newVisitor, newAgent, say, dispatch, commit, done } = scene()
    await newAgent('Boss')
    const agent = await newAgent('Li')
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    expect(await dispatch(conversation, 99 as AgentId)).toEqual(refused('agent_unknown'))
    await done(commit({ type: 'status', agent, status: 'away' }))
    expect(await dispatch(conversation, agent)).toEqual(refused('agent_unavailable'))
    await done(commit({ type: 'status', agent, status: 'online' }))
    await done(commit({ type: 'change-agent', actor: { kind: 'system' }, agent, change: { active: false } }))
    expect(await dispatch(conversation, agent)).toEqual(refused('agent_unavailable'))
  })

  it('agents give away what is theirs; supervisors move anything', async () => {
    const { newVisitor, newAgent, say, assign, transfer, close, done, summaryFor } = scene()
    const [boss, li, mei, tom] = [
      await newAgent('Boss'),
      await newAgent('Li'),
      await newAgent('Mei'),
      await newAgent('Tom'),
    ]
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    expect(await assign(li, conversation, mei)).toEqual(refused('forbidden'))
    await done(assign(li, conversation, li))
    expect(await assign(mei, conversation, mei, li)).toEqual(refused('not_owner'))
    expect(await transfer(mei, conversation, tom)).toEqual(refused('not_owner'))
    expect(await close(mei, conversation)).toEqual(refused('not_owner'))
    await done(transfer(li, conversation, mei, '  客户很急 '))
    expect(await summaryFor(asAgent(boss), conversation)).toMatchObject({ owner: mei })
    await done(transfer(boss, conversation, tom))
    await done(assign(tom, conversation, NO_AGENT, tom))
    expect(await summaryFor(asAgent(boss), conversation)).toMatchObject({ owner: NO_AGENT })
    expect(await transfer(boss, conversation, 99 as AgentId)).toEqual(refused('agent_unknown'))
    expect(await transfer(boss, conversation, li, 'x'.repeat(limits.maxTransferNoteLength + 1))).toEqual(
      refused('message_too_long'),
    )
    expect(await transfer(boss, conversation, li, '\ud800')).toEqual(refused('text_malformed'))
    await done(close(boss, conversation))
    expect(await done(close(boss, conversation))).toMatchObject({ offset: NO_OFFSET })
    expect(await assign(boss, conversation, li)).toEqual(refused('conversation_closed'))
    expect(await transfer(boss, conversation, li)).toEqual(refused('conversation_closed'))
  })

  it('a transfer keeps the names legible and the note for colleagues', async () => {
    const { newVisitor, newAgent, say, reply, transfer, done, historyOf } = scene()
    const [li, mei] = [await newAgent('李雷'), await newAgent('韩梅梅')]
    const { conversation } = await done(say(await newVisitor(), 'hi'))
    await done(reply(li, conversation, 'hello'))
    await done(transfer(li, conversation, mei, ' 客户很急 '))
    expect((await historyOf(conversation)).at(-1)?.body).toEqual({
      from: li,
      to: mei,
      toName: '韩梅梅',
      note: '客户很急',
    })
  })

  it('a visitor put back into the queue keeps the place that their waiting has earned', async () => {
    const { store, clock, newVisitor, newAgent, say, dispatch, assign, reply, done } = scene()
    const agent = await newAgent('Li')
    const first = await done(say(await newVisitor(), 'first'))
    clock.move(1_000)
    const second = await done(say(await newVisitor(), 'second'))
    await done(dispatch(first.conversation, agent))
    clock.move(1_000)
    await done(assign(agent, first.conversation, NO_AGENT, agent))
    const order = (await store.journal.openConversations()).map((open) => open.id)
    expect(order).toEqual([first.conversation, second.conversation])
    // Whoever was answered begins to wait anew.
    await done(reply(agent, first.conversation, 'yes?'))
    await done(assign(agent, first.conversation, NO_AGENT, agent))
    const after = await store.journal.openConversations()
    expect(after.map((open) => open.id)).toEqual([second.conversation, first.conversation])
    expect(after[1]?.queuedAt).toBe(clock.now())
  })

  it('[D7.3] [D7.7] a restart knows since when a visitor waits, and who put them back', async () => {
    const { opened, clock, newVisitor, newAgent, say, dispatch, assign, reply, transfer, done } = scene()
    const [boss, li, mei] = [await newAgent('Boss'), await newAgent('Li'), await newAgent('Mei')]
    const begun = clock.now()
    const visitor = await newVisitor()
    const talkOf = async (whose = newVisitor()): Promise<ConversationId> => {
      const { conversation } = await done(say(await whose, 'hi'))
      await done(dispatch(conversation, li))
      return conversation
    }
    const putBack = await talkOf(Promise.resolve(visitor))
    const [answered, takenAway, handedOn] = [await talkOf(), await talkOf(), await talkOf()]
    const { conversation: neverHad } = await done(say(await newVisitor(), 'hi'))
    clock.move(1_000)
    await done(assign(li, putBack, NO_AGENT, li))
    // What is said while it waits hides nobody.
    await done(say(visitor, 'hello?'))
    await done(reply(li, answered, 'yes?'))
    await done(assign(boss, takenAway, NO_AGENT, li))
    await done(assign(li, handedOn, NO_AGENT, li))
    await done(transfer(boss, handedOn, mei))
    const known = await (await opened.reopen()).journal.openConversations()
    const facts = known.map(({ id, owner, waitingSince, declinedBy }) => [id, owner, waitingSince, declinedBy])
    expect(facts.sort(([one = 0], [other = 0]) => one - other)).toEqual([
      [putBack, NO_AGENT, begun, li],
      [answered, li, 0, NO_AGENT],
      [takenAway, NO_AGENT, begun, NO_AGENT],
      [handedOn, mei, begun, NO_AGENT],
      [neverHad, NO_AGENT, begun, NO_AGENT],
    ])
  })

  it('deactivating an agent puts their conversations back into the queue in the same group', async () => {
    const { store, newVisitor, newAgent, say, reply, close, commit, done } = scene()
    const boss = await newAgent('Boss')
    const agent = await newAgent('Li')
    const conversations = []
    for (const text of ['a', 'b', 'c']) {
      const { conversation } = await done(say(await newVisitor(), text))
      await done(reply(agent, conversation, 'yes'))
      conversations.push(conversation)
    }
    const [closed, ...open] = conversations
    if (closed === undefined) throw new Error('there are three')
    await done(close(agent, closed))
    const kinds: string[][] = []
    store.journal.onCommitted((group) => kinds.push(group.entries.map(({ entry }) => entry.kind)))
    const outcome = await done(
      commit({ type: 'change-agent', actor: { kind: 'agent', id: boss }, agent, change: { active: false } }),
    )
    expect(outcome.agent).toBe(agent)
    expect(kinds).toEqual([['agent.changed', 'conversation.assigned', 'conversation.assigned']])
    const left = await store.journal.openConversations()
    expect(left.map(({ id, owner }) => ({ id, owner }))).toEqual(open.map((id) => ({ id, owner: NO_AGENT })))
    expect(await reply(agent, closed, 'still here?')).toEqual(refused('forbidden'))
  })

  it('committed entries tell who had the conversation before and after', async () => {
    const { store, newVisitor, newAgent, say, reply, transfer, close, done } = scene()
    const [li, mei] = [await newAgent('Li'), await newAgent('Mei')]
    const visitor = await newVisitor()
    const moves: unknown[] = []
    store.journal.onCommitted((group) => {
      for (const { entry, visitor: whose, owner, previousOwner } of group.entries)
        moves.push([entry.kind, whose, previousOwner, owner])
    })
    const { conversation } = await done(say(visitor, 'a'))
    await done(reply(li, conversation, 'b'))
    await done(transfer(li, conversation, mei))
    await done(close(mei, conversation))
    await done(say(visitor, 'c'))
    expect(moves).toEqual([
      ['conversation.opened', visitor, 0, 0],
      ['message.sent', visitor, 0, 0],
      ['conversation.assigned', visitor, 0, li],
      ['message.sent', visitor, li, li],
      ['conversation.transferred', visitor, li, mei],
      ['conversation.closed', visitor, mei, mei],
      ['conversation.reopened', visitor, mei, 0],
      ['message.sent', visitor, 0, 0],
    ])
  })
}
