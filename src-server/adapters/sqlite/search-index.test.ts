import Database from 'better-sqlite3'
import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  NO_OFFSET,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type GroupId,
  type Offset,
} from '../../protocol/index.ts'
import type { SearchQuery } from '../../ports/message-search.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import {
  asAgent,
  asVisitor,
  somebody,
  storeActions,
  type StoreActions,
} from '../../testing/store-contract/store-actions.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createMemoryStore } from '../memory/create-memory-store.ts'
import { dataFilesOf } from './data-files.ts'
import { factTerms, indexTerms, matchOf } from './search-terms.ts'

let opened: OpenedSqliteStore
let actions: StoreActions
beforeEach(async () => {
  opened = await openContractStore({ inThread: true })
  actions = storeActions(opened.store)
})
afterEach(() => opened.dispose())

const li = 1 as AgentId
const mei = 2 as AgentId

const write = async (...texts: readonly string[]) => {
  const visitor = await opened.store.visitors.create(somebody)
  let last
  for (const text of texts) last = await actions.done(actions.say(visitor, text))
  await opened.store.indexAll()
  return { visitor, conversation: last?.conversation ?? (0 as ConversationId), last }
}
const ask = (text: string, rest: Partial<SearchQuery> = {}, reader = asAgent(li)) =>
  opened.store.search.slice(reader, { text, before: NO_OFFSET, limit: 10, ...rest })
const find = async (text: string, rest: Partial<SearchQuery> = {}) =>
  (await ask(text, rest)).hits.map(({ snippet }) => snippet.text)

it('[D3.5] words of one and two characters are found inside unspaced text', async () => {
  await write('我想退款，订单号是 12345', '我的订单还没有发货', '发货了吗', 'Where is my order?', '要退，款式不对')
  expect(await find('订单')).toEqual(['我的订单还没有发货', '我想退款，订单号是 12345'])
  expect(await find('退款')).toEqual(['我想退款，订单号是 12345'])
  expect(await find('款')).toEqual(['要退，款式不对', '我想退款，订单号是 12345'])
  expect(await find('订单号')).toEqual(['我想退款，订单号是 12345'])
  expect(await find('还没有发货')).toEqual(['我的订单还没有发货'])
  // The characters are there, not beside each other in this order.
  expect(await find('单订')).toEqual([])
  expect(await find('退单')).toEqual([])
})

it('[D2.8] [D3.5] what is edited is found by its new words alone, at once, and what is recalled by none', async () => {
  const agent = await actions.newAgent('Li')
  const { conversation } = await write('在吗')
  await actions.done(actions.reply(agent, conversation, '订单已发货', { cid: 'cid-of-hers' }))
  await opened.store.indexAll()
  const by = { kind: 'agent', id: agent } as const
  await actions.done(actions.revise(by, 'cid-of-hers', '退款已到账'))
  // Neither by what the index still knows, nor by what it has not heard of yet.
  expect(await find('订单')).toEqual([])
  await opened.store.indexAll()
  expect(await find('订单')).toEqual([])
  expect(await find('退款')).toEqual(['退款已到账'])
  expect(await find('退款', { agent, conversation })).toHaveLength(1)
  await actions.done(actions.revise(by, 'cid-of-hers', null))
  expect(await find('退款')).toEqual([])
  await opened.store.indexAll()
  expect(await find('退款')).toEqual([])
  expect(await find('在吗')).toHaveLength(1)
})

it('[D3.5] pairs of two runs that stand beside each other are not taken for one run', async () => {
  await write('退款，款式')
  expect(await find('退款式')).toEqual([])
  expect(await find('款式 退款')).toEqual(['退款，款式'])
})

it('[D3.5] mixed scripts, full-width forms, case, accents and beginnings of words', async () => {
  await write(
    'iPhone15手机壳有货吗',
    'ＡＢＣ１２３ 全角',
    'Café crème',
    'ご注文の商品',
    '주문 취소',
    'internationalization, a plan',
  )
  expect(await find('iphone15手机')).toEqual(['iPhone15手机壳有货吗'])
  expect(await find('手机 iPhone15')).toEqual(['iPhone15手机壳有货吗'])
  expect(await find('abc123')).toEqual(['ＡＢＣ１２３ 全角'])
  expect(await find('ａｂｃ')).toEqual(['ＡＢＣ１２３ 全角'])
  expect(await find('cafe')).toEqual(['Café crème'])
  expect(await find('CRÈ')).toEqual(['Café crème'])
  expect(await find('注文')).toEqual(['ご注文の商品'])
  expect(await find('취소')).toEqual(['주문 취소'])
  // Longer than the beginnings that are kept, and a letter that is a word.
  expect(await find('internationa')).toHaveLength(1)
  expect(await find('internationb')).toEqual([])
  expect(await find('a')).toEqual(['internationalization, a plan'])
})

it('[D3.5] traditional and simplified characters are different characters, as documented', async () => {
  await write('我的訂單', '我的订单')
  expect(await find('訂單')).toEqual(['我的訂單'])
})

it('[D3.5] nothing to search for, and what would be a query language, find nothing or themselves', async () => {
  await write('a "quoted" AND text', 'NOT this', 'mine', 'x_d_y _v _c1')
  for (const nothing of ['', '!!! ——', '\0', '😀', '"', '*', "'; DROP TABLE messages", '_v', '\ud800'])
    expect(await find(nothing), nothing).toEqual(nothing === '_v' ? ['x_d_y _v _c1'] : [])
  expect(await find('"quoted" AND')).toEqual(['a "quoted" AND text'])
  expect(await find('terms:x* OR NEAR(')).toEqual([])
  expect(await find('NOT')).toEqual(['NOT this'])
  expect(await find('订'.repeat(10_000))).toEqual([])
  expect(await find('no '.repeat(5_000))).toEqual(['NOT this'])
})

it('[D3.5] hits come newest first, in pages, each once', async () => {
  await write(...Array.from({ length: 25 }, (_, index) => `订单 ${index}`))
  const seen: number[] = []
  let before = NO_OFFSET
  do {
    const page = await ask('订单', { before })
    seen.push(...page.hits.map(({ offset }) => offset))
    before = page.next
  } while (before !== NO_OFFSET)
  expect(seen).toHaveLength(25)
  expect(seen).toEqual(seen.toSorted((a, b) => b - a))
  expect(new Set(seen).size).toBe(25)
})

it('[D3.5] a hit says where it stands, by whom, and what of it was found; visitors are found by name', async () => {
  const { conversation, last, visitor } = await write('请问我的订单到哪了')
  const page = await ask('订单')
  expect(page.hits).toMatchObject([
    {
      offset: last?.offset,
      conversation,
      seq: 2,
      author: { kind: 'visitor', id: 0 },
      by: 'visitor',
      snippet: { text: '请问我的订单到哪了', marks: [[4, 6]], isCutBefore: false, isCutAfter: false },
    },
  ])
  expect(page.conversations).toMatchObject([{ id: conversation, visitor: { name: '小王' } }])
  expect((await ask('小王')).people).toEqual([{ visitor, name: '小王', marks: [[0, 2]], conversation }])
  expect((await ask('小王')).hits).toEqual([])
})

it('[D3.6] filters: by whom, whose then, when, and of the conversation as it is now', async () => {
  await actions.newAgent('li')
  await actions.newAgent('mei')
  const visitor = await opened.store.visitors.create({ ...somebody, tags: ['vip', 'order:7'] })
  const { conversation } = await actions.done(actions.say(visitor, 'refund one'))
  const other = await opened.store.visitors.create({ ...somebody, tags: [] })
  const second = await actions.done(actions.say(other, 'refund two'))
  await actions.done(actions.dispatch(conversation, li))
  await actions.done(actions.reply(li, conversation, 'refund three'))
  await actions.done(actions.note(li, conversation, 'refund four'))
  await actions.done(actions.transfer(li, conversation, mei, 'refund five'))
  await actions.done(actions.say(visitor, 'refund six'))
  await actions.done(actions.newGroup(3, 'Returns').then((result) => result))
  await actions.done(actions.queue(0 as AgentId, second.conversation, 3))
  await opened.store.indexAll()
  expect(await find('refund')).toHaveLength(6)
  expect(await find('refund', { by: 'visitor' })).toEqual(['refund six', 'refund two', 'refund one'])
  expect(await find('refund', { by: 'desk' })).toEqual(['refund three'])
  expect(await find('refund', { by: 'note' })).toEqual(['refund five', 'refund four'])
  expect(await find('refund', { agent: mei })).toEqual(['refund six', 'refund five'])
  expect(await find('refund', { agent: li })).toEqual(['refund five', 'refund four', 'refund three'])
  expect(await find('refund', { conversation: second.conversation })).toEqual(['refund two'])
  expect(await find('refund', { tag: 'order:7', by: 'visitor' })).toEqual(['refund six', 'refund one'])
  expect(await find('refund', { tag: 'order' })).toEqual([])
  expect(await find('refund', { group: 3 as GroupId })).toEqual(['refund two'])
  expect(await find('refund', { intent: 0 as never })).toEqual(['refund two'])
  expect(await find('refund', { status: 'closed' })).toEqual([])
  await actions.done(actions.close(mei, conversation))
  expect(await find('refund', { status: 'closed' })).toHaveLength(5)
  expect(await find('refund', { status: 'open' })).toEqual(['refund two'])
})

it('[D3.6] two tags that share a term of the index are not taken for each other', async () => {
  const tags = ['tag-65zx', 'tag-dpcd'] as const
  const terms = tags.map((tag) => factTerms({ by: 'note', conversation: 1 as ConversationId, agents: [], tags: [tag] }))
  expect(terms[0]).toEqual(terms[1])
  for (const tag of tags) {
    const visitor = await opened.store.visitors.create({ ...somebody, tags: [tag] })
    await actions.done(actions.say(visitor, `refund of ${tag}`))
  }
  await opened.store.indexAll()
  expect(await find('refund', { tag: tags[0] })).toEqual(['refund of tag-65zx'])
  expect(await find('refund', { tag: tags[1] })).toEqual(['refund of tag-dpcd'])
})

it('[D3.6] a period is found by time, its end not included', async () => {
  await actions.newAgent('li')
  const texts: string[] = []
  const times: EpochMs[] = []
  for (let day = 0; day < 5; day += 1) {
    texts.push(`refund ${day}`)
    times.push(opened.clock.now())
    await write(`refund ${day}`)
    opened.clock.move(24 * 3_600_000)
  }
  const [, second, , fourth] = times
  expect(await find('refund', { from: second, until: fourth })).toEqual([texts[2], texts[1]])
  expect(await find('refund', { from: fourth })).toEqual([texts[4], texts[3]])
  expect(await find('refund', { until: times[0] })).toEqual([])
})

it('[D3.6] what the reader may not read is not found', async () => {
  const { visitor } = await write('refund mine')
  await write('refund theirs')
  const seen = (await ask('refund', {}, asVisitor(visitor))).hits.map(({ snippet }) => snippet.text)
  expect(seen).toEqual(['refund mine'])
  await actions.newAgent('li')
  const { conversation } = await write('hello')
  await actions.done(actions.dispatch(conversation, li))
  await actions.done(actions.note(li, conversation, 'refund note'))
  await opened.store.indexAll()
  expect((await ask('refund', {}, asAgent(mei, 'own'))).hits).toHaveLength(3)
  expect((await ask('note', {}, asVisitor(visitor))).hits).toEqual([])
  // Nor is what colleagues wrote about them in a conversation that is their own.
  const { visitor: theirs } = await write('hello again')
  const own = (await ask('again', {}, asVisitor(theirs))).hits[0]?.conversation ?? (0 as ConversationId)
  await actions.done(actions.note(li, own, 'again and again'))
  await opened.store.indexAll()
  expect((await ask('again', {}, asVisitor(theirs))).hits).toHaveLength(1)
  expect((await ask('again')).hits).toHaveLength(2)
})

it('[D3.7] it says how far it is behind', async () => {
  const { visitor } = await write('订单一')
  expect((await ask('订单')).behind).toBe(0)
  await actions.done(actions.say(visitor, '订单二'))
  expect(await ask('订单')).toMatchObject({ behind: 1, hits: [{ snippet: { text: '订单一' } }] })
})

it('[D3.7] follows the journal, survives a restart, and is made again when lost, damaged or of another version', async () => {
  await write('订单一')
  const { search } = dataFilesOf(opened.dataDir)
  const spoilings = [
    () => undefined,
    () => rmSync(search),
    () => writeFileSync(search, 'not a database at all, '.repeat(500)),
  ]
  for (const spoil of spoilings) {
    await opened.store.journal.close()
    for (const suffix of ['-wal', '-shm']) rmSync(`${search}${suffix}`, { force: true })
    spoil()
    const store = await opened.reopen()
    const asked = { text: '订单', before: 0 as Offset, limit: 9 }
    // Whoever asks before it is there finds nothing, and is told.
    await store.search.slice(asAgent(li), asked)
    await store.indexAll()
    expect((await store.search.slice(asAgent(li), asked)).hits).toHaveLength(1)
    await store.journal.close()
    await opened.reopen()
  }
  expect(opened.metrics.gaugeOf('index_lag_entries')).toBe(0)
})

it('[D3.7] an index that is made anew while it is asked is found again', async () => {
  await write('订单一')
  expect(await find('订单')).toHaveLength(1)
  const { search } = dataFilesOf(opened.dataDir)
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${search}${suffix}`, { force: true })
  expect(await ask('订单')).toMatchObject({ hits: [], next: 0, behind: 2 })
})

it('terms are pairs and single characters for unspaced scripts, beginnings for the others, facts beside them', () => {
  expect(indexTerms('退款订 refund-a 好')).toEqual([
    '退款',
    '款订',
    '退',
    '款',
    '订',
    '好',
    're',
    'ref',
    'refu',
    'refun',
    'refund',
    'a',
  ])
  expect(indexTerms('counterrevolution').slice(-2)).toEqual(['counterrev', 'counterrevolution'])
  expect(factTerms({ by: 'note', conversation: 4 as ConversationId, agents: [li, li, mei], tags: [] })).toEqual([
    '_n',
    '_c4',
    '_a1',
    '_a2',
  ])
  expect(matchOf({ text: '退款订 ref 好', by: 'visitor', agent: li })).toBe(
    '"退款 款订" AND "ref" AND "好" AND "_v" AND "_a1"',
  )
  expect(matchOf({ text: 'counterrevo' })).toBe('"counterrevo" *')
  expect(matchOf({ text: '…' })).toBeUndefined()
})

it('[D3.7] full volumes are packed, and found through as one', async () => {
  const { conversation } = await write('订单 0')
  await opened.store.journal.close()
  const files = dataFilesOf(opened.dataDir)
  const journal = new Database(files.database)
  const copy = journal.prepare(
    `INSERT INTO entries SELECT ?, at, conversation, ?, author_kind, author_id, kind, owner, previous_owner,
      json_set(body, '$.text', ?) FROM entries WHERE offset = 2`,
  )
  // Far apart, as after years; a hundred to each volume.
  const perVolume = 100
  journal.transaction(() => {
    for (let index = 1; index <= 3 * perVolume; index += 1)
      copy.run(index * 700 + 2, index + 2, `订单 ${index} ${index % 2 === 0 ? '退款' : '发货'}`)
  })()
  journal.close()
  await opened.reopen().then(async (store) => {
    await store.indexAll()
    const seen: number[] = []
    let before = NO_OFFSET
    do {
      const page = await store.search.slice(asAgent(li), { text: '订单 退款', before, limit: 7, conversation })
      seen.push(...page.hits.map(({ offset }) => offset))
      before = page.next
    } while (before !== NO_OFFSET)
    expect(seen).toEqual(Array.from({ length: 150 }, (_, index) => (300 - 2 * index) * 700 + 2))
    await store.journal.close()
  })
  const index = new Database(files.search, { readonly: true })
  const volumes = index.prepare('SELECT volume, is_packed AS packed FROM volumes ORDER BY volume').all()
  index.close()
  expect(volumes).toEqual([0, 1, 2, 3].map((volume) => ({ volume, packed: Number(volume < 3) })))
  await opened.reopen()
})

it('[D3.5] what the index finds is what looking at every message finds', async () => {
  const plain = createMemoryStore({ clock: createManualClock(), random: createSeededRandom(1) })
  const random = createSeededRandom(11)
  const pieces = ['退', '款', '订', '单', '退款', '，', ' ', 're', 'fund', 'a', '7', 'Ａ', 'é', 'ｶﾞ', '😀', '"']
  const some = (most: number): string =>
    Array.from({ length: 1 + random.integer(most) }, () => random.pick(pieces)).join('')
  const texts = Array.from({ length: 150 }, () => `x${some(8)}`)
  await write(...texts)
  const visitor = await plain.visitors.create(somebody)
  const others = storeActions(plain)
  for (const text of texts) await others.done(others.say(visitor, text))
  for (let turn = 0; turn < 300; turn += 1) {
    const text = some(4)
    const query = { text, before: NO_OFFSET, limit: 200 }
    const [found, expected] = await Promise.all([
      opened.store.search.slice(asAgent(li), query),
      plain.search.slice(asAgent(li), query),
    ])
    expect(
      found.hits.map(({ snippet, seq }) => ({ snippet, seq })),
      text,
    ).toEqual(expected.hits.map(({ snippet, seq }) => ({ snippet, seq })))
  }
})
