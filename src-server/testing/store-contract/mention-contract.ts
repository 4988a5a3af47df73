// Notes that call colleagues: who can be called, and what they read of it.
import { expect, it } from 'vitest'
import { limits, type AgentId } from '../../protocol/index.ts'
import { redact } from '../../core/conversation/redact.ts'
import type { ContractPart } from './contract-part.ts'
import { asVisitor } from './store-actions.ts'

export const mentionContract: ContractPart = (scene) => {
  const talk = async () => {
    const { newAgent, newVisitor, say, done } = scene()
    const [li, amy] = [await newAgent('Li'), await newAgent('Amy')]
    const visitor = await newVisitor()
    const { conversation } = await done(say(visitor, '在吗'))
    return { li, amy, visitor, conversation }
  }
  const textsFor = async (agent: AgentId) =>
    (await scene().store.journal.mentions(agent)).map(({ note }) => note.body.text)

  it('[D2.9] a note calls colleagues, each once; they read it as it is now, newest first, and no visitor hears of it', async () => {
    const { note, revise, done, store, historyOf } = scene()
    const { li, amy, visitor, conversation } = await talk()
    const first = await done(note(li, conversation, '@Amy a', 'cid-first', [amy, amy]))
    await done(note(li, conversation, '@Amy b', 'cid-second', [amy]))
    await done(note(li, conversation, 'nobody', 'cid-third'))
    expect(await textsFor(amy)).toEqual(['@Amy b', '@Amy a'])
    expect(await textsFor(li)).toEqual([])
    const [newest, oldest] = await store.journal.mentions(amy)
    expect(oldest?.note).toMatchObject({ offset: first.offset, conversation, body: { mentions: [amy] } })
    expect(newest?.visitor).toEqual({ id: visitor, name: expect.any(String) as string })
    await done(revise({ kind: 'agent', id: li }, 'cid-first', '@Amy better'))
    await done(revise({ kind: 'agent', id: li }, 'cid-second', null))
    expect(await textsFor(amy)).toEqual(['@Amy better'])
    const theirs = (await historyOf(conversation, asVisitor(visitor))).map((entry) => redact(entry, asVisitor(visitor)))
    expect(JSON.stringify(theirs)).not.toContain('mentions')
  })

  it('[D2.9] who is not there, has left, or too many of them cannot be called, and nothing is stored', async () => {
    const { note, commit, done, historyOf } = scene()
    const { li, amy, conversation } = await talk()
    await done(commit({ type: 'change-agent', actor: { kind: 'system' }, agent: amy, change: { active: false } }))
    const before = (await historyOf(conversation)).length
    const call = async (...called: readonly number[]) =>
      note(li, conversation, '@x', undefined, called as readonly AgentId[])
    expect(await call(99)).toEqual({ ok: false, code: 'agent_unknown' })
    expect(await call(amy)).toEqual({ ok: false, code: 'agent_unavailable' })
    const many = Array.from({ length: limits.maxMentions + 1 }, (_, index) => index + 1)
    expect(await call(...many)).toEqual({ ok: false, code: 'bad_request' })
    expect(await historyOf(conversation)).toHaveLength(before)
  })
}
