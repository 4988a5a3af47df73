import { expect, it } from 'vitest'
import { limits, type EpochMs, type FileKey, type VisitorId } from '../../protocol/index.ts'
import { SECRET_BYTES } from '../../ports/secret-store.ts'
import type { ContractPart } from './contract-part.ts'
import { somebody } from './store-actions.ts'

export const recordContract: ContractPart = (scene) => {
  it('a visitor’s number is theirs alone, and their page follows them', async () => {
    const { store, opened, clock, newVisitor } = scene()
    const [one, two] = [await newVisitor(), await newVisitor({ ...somebody, name: '', tags: [] })]
    expect(two).not.toBe(one)
    expect(await store.visitors.profile(one)).toEqual({ ...somebody, id: one })
    const page = { url: 'https://shop.example/b', title: 'B "quoted" 引号', referrer: 'x' }
    await store.visitors.moveTo(one, page, clock.now())
    await store.visitors.moveTo(99 as VisitorId, page, clock.now())
    expect(await store.visitors.profile(99 as VisitorId)).toBeUndefined()
    const reopened = await opened.reopen()
    expect(await reopened.visitors.profile(one)).toEqual({ ...somebody, id: one, page })
    expect(await reopened.visitors.create(somebody)).toBe(two + 1)
  })

  it('[D4.12] [D9.29] a visitor’s trail is theirs, outlives a restart, and goes when it is old', async () => {
    const { store, opened, clock, newVisitor } = scene()
    const [one, two, three, unknown] = [await newVisitor(), await newVisitor(), await newVisitor(), 99 as VisitorId]
    const page = (path: string) => ({ url: `https://shop.example${path}`, title: '引号 "', referrer: '' })
    const at = clock.now()
    await store.visitors.moveTo(one, page('/a'), at)
    await store.visitors.moveTo(one, page('/b'), (at + 1) as EpochMs)
    await store.visitors.moveTo(two, page('/c'), (at + 2) as EpochMs)
    await store.visitors.moveTo(unknown, page('/d'), at)
    const reopened = await opened.reopen()
    expect(await reopened.visitors.trail(one, at)).toEqual([
      { at, ...page('/a') },
      { at: at + 1, ...page('/b') },
    ])
    expect(await reopened.visitors.trail(two, at)).toMatchObject([{ at: at + 2 }])
    expect(await reopened.visitors.trail(unknown, at)).toEqual([])
    const later = (at + limits.trailMemoryMs + 2) as EpochMs
    expect(await reopened.visitors.trail(one, later)).toEqual([])
    await reopened.visitors.moveTo(three, page('/e'), later)
    // Gone from the table, not only from the eye: what is asked for in the past is not there either.
    await reopened.visitors.moveTo(three, page('/f'), (later + 1) as EpochMs)
    expect(await reopened.visitors.trail(three, later)).toHaveLength(2)
    expect(await reopened.visitors.trail(one, at)).toEqual([])
    expect(await reopened.visitors.trail(two, at)).toEqual([])
  })

  it('files that no message names become orphans; those that one names stay', async () => {
    const { store, clock, newVisitor, say, done } = scene()
    const visitor = await newVisitor()
    const [sent, unsent] = ['key-sent' as FileKey, 'key-unsent' as FileKey]
    const owner = { author: { kind: 'visitor', id: 0 }, visitor } as const
    for (const key of [sent, unsent])
      await store.files.add(
        { key, name: 'a.txt', bytes: 1, mime: 'text/plain', width: 0, height: 0 },
        owner,
        clock.now(),
      )
    expect(await store.files.find(sent)).toMatchObject({ key: sent, name: 'a.txt', uploadedAt: clock.now() })
    expect(await store.files.find('no-key' as FileKey)).toBeUndefined()
    await done(say(visitor, 'look', { files: [sent] }))
    expect(await store.files.orphans(clock.now())).toEqual([])
    const later = (clock.now() + 1) as EpochMs
    expect(await store.files.orphans(later)).toEqual([unsent])
    expect(await store.files.remove([sent, unsent, 'no-key' as FileKey])).toEqual([unsent])
    expect(await store.files.find(unsent)).toBeUndefined()
    expect(await store.files.find(sent)).toBeDefined()
  })

  it('the visitor token’s key is made once and kept', async () => {
    const { store, opened } = scene()
    const [key, again] = await Promise.all([store.secrets.visitorTokenKey(), store.secrets.visitorTokenKey()])
    expect(key).toHaveLength(SECRET_BYTES)
    expect([...again]).toEqual([...key])
    expect([...(await (await opened.reopen()).secrets.visitorTokenKey())]).toEqual([...key])
  })

  it('settings are journalled with what they were before', async () => {
    const { store, newAgent, commit, done, replay } = scene()
    const owner = await newAgent('Owner')
    const agent = await newAgent('Li')
    const set = (by: typeof owner, value: unknown, key = 'desk.name') =>
      commit({ type: 'setting', actor: { kind: 'agent', id: by }, key, value })
    await done(set(owner, '前台'))
    await done(set(owner, { zh: '前台', en: 'Desk' }))
    const head = store.journal.head()
    expect(await done(set(owner, { zh: '前台', en: 'Desk' }))).toMatchObject({ offset: 0 })
    expect(store.journal.head()).toBe(head)
    const bodies = (await replay({ kind: 'agent', id: owner, scope: 'all' })).flatMap((entry) =>
      entry.kind === 'setting.changed' ? [entry.body] : [],
    )
    expect(bodies).toEqual([
      { key: 'desk.name', before: null, after: '前台' },
      { key: 'desk.name', before: '前台', after: { zh: '前台', en: 'Desk' } },
    ])
    expect(await set(agent, 'mine')).toEqual({ ok: false, code: 'forbidden' })
    expect(await set(owner, undefined)).toEqual({ ok: false, code: 'bad_request' })
    expect(await set(owner, 1n)).toEqual({ ok: false, code: 'bad_request' })
    expect(await set(owner, () => 1)).toEqual({ ok: false, code: 'bad_request' })
    expect(await set(owner, 1, 'Bad Key')).toEqual({ ok: false, code: 'bad_request' })
  })

  it('settings are read by how their keys begin, with what was taken back', async () => {
    const { store, opened, newAgent, commit, done } = scene()
    const owner = await newAgent('Owner')
    const set = (key: string, value: unknown) =>
      done(commit({ type: 'setting', actor: { kind: 'agent', id: owner }, key, value }))
    await set('routing.group.2', { name: '退款 "returns"' })
    await set('routing.group.10', { name: 'VIP' })
    await set('routing.group.10', null)
    await set('routing.groups', 1)
    await set('routing.general', [true, 'x'])
    await set('desk.name', 'Desk')
    const groups = [
      { key: 'routing.group.10', value: null },
      { key: 'routing.group.2', value: { name: '退款 "returns"' } },
    ]
    expect(await store.journal.settings('routing.group.')).toEqual(groups)
    expect(await store.journal.settings('routing.general')).toEqual([{ key: 'routing.general', value: [true, 'x'] }])
    expect((await store.journal.settings('')).map(({ key }) => key)).toHaveLength(5)
    expect(await store.journal.settings('nothing')).toEqual([])
    expect(await (await opened.reopen()).journal.settings('routing.group.')).toEqual(groups)
  })

  it('[D10.20] an agent keeps quick replies of their own, those who lead the shared ones', async () => {
    const { store, opened, newAgent, commit, done } = scene()
    const owner = await newAgent('Owner')
    const [li, wang] = [await newAgent('Li'), await newAgent('Wang')]
    const set = (by: typeof owner, key: string, value: unknown = { text: 'Hello' }) =>
      commit({ type: 'setting', actor: { kind: 'agent', id: by }, key, value })
    await done(set(li, `reply.${li}.1`))
    await done(set(owner, 'reply.0.2'))
    for (const key of [`reply.${wang}.3`, 'reply.0.3', `reply.${li}`, `reply.${li}.x`, `reply.${li}.1.1`])
      expect([key, await set(li, key)]).toEqual([key, { ok: false, code: 'forbidden' }])
    const stored = await (await opened.reopen()).journal.settings('reply.')
    expect(stored.map(({ key }) => key)).toEqual(['reply.0.2', `reply.${li}.1`])
    expect(store.journal.head()).toBeGreaterThan(0)
  })

  it('[D10.20] a file that a quick reply keeps is swept by nobody and sent by every agent, but never a visitor’s', async () => {
    const { store, clock, newVisitor, newAgent, say, commit, done } = scene()
    const owner = await newAgent('Owner')
    const li = await newAgent('Li')
    const visitor = await newVisitor()
    const ofAgent = { author: { kind: 'agent', id: owner }, visitor: 0 } as const
    const ofVisitor = { author: { kind: 'visitor', id: 0 }, visitor } as const
    const file = (key: string) => ({
      key: key as FileKey,
      name: 'a',
      bytes: 1,
      mime: 'text/plain',
      width: 0,
      height: 0,
    })
    for (const key of ['kept', 'loose']) await store.files.add(file(key), ofAgent, clock.now())
    await store.files.add(file('theirs'), ofVisitor, clock.now())
    const keep = (key: string) =>
      commit({ type: 'setting', actor: { kind: 'agent', id: owner }, key: 'reply.0.1', value: { file: file(key) } })
    expect(await keep('theirs')).toEqual({ ok: false, code: 'file_unknown' })
    expect(await keep('nowhere')).toEqual({ ok: false, code: 'file_unknown' })
    await done(keep('kept'))
    const { conversation } = await done(say(visitor, 'Which size?'))
    const send = (key: string, cid: string) =>
      commit({ type: 'send', actor: { kind: 'agent', id: li }, conversation, cid, text: '', files: [key as FileKey] })
    expect(await send('loose', 'cid-loose-1')).toEqual({ ok: false, code: 'file_unknown' })
    await done(send('kept', 'cid-kept-01'))
    // Sent once, it may still be sent again.
    await done(send('kept', 'cid-kept-02'))
    const later = (clock.now() + 1) as EpochMs
    expect(await store.files.orphans(later)).toEqual(['loose', 'theirs'])
    expect(await store.files.remove(['kept' as FileKey])).toEqual([])
  })
}
