import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { NO_OFFSET, type Offset } from '../../protocol/index.ts'
import { openContractStore, type OpenedSqliteStore } from '../../testing/store-contract/open-sqlite-store.ts'
import { somebody, storeActions } from '../../testing/store-contract/store-actions.ts'
import { dataFilesOf } from './data-files.ts'
import { indexTerms, searchQuery } from './search-terms.ts'

let opened: OpenedSqliteStore
beforeEach(async () => {
  opened = await openContractStore({ inThread: true })
})
afterEach(() => opened.dispose())

const write = async (...texts: readonly string[]) => {
  const { done, say } = storeActions(opened.store)
  const visitor = await opened.store.visitors.create(somebody)
  for (const text of texts) await done(say(visitor, text))
  await opened.store.indexAll()
}
const find = async (text: string, before = NO_OFFSET, limit = 10) =>
  (await opened.store.search({ text, before, limit })).map((hit) => hit.preview)

it('words of one and two characters are found inside unspaced text', async () => {
  await write('我想退款，订单号是 12345', '我的订单还没有发货', '发货了吗', 'Where is my order?')
  expect(await find('订单')).toEqual(['我的订单还没有发货', '我想退款，订单号是 12345'])
  expect(await find('退款')).toEqual(['我想退款，订单号是 12345'])
  expect(await find('款')).toEqual(['我想退款，订单号是 12345'])
  expect(await find('订单号')).toEqual(['我想退款，订单号是 12345'])
  expect(await find('还没有发货')).toEqual(['我的订单还没有发货'])
  // The characters are there, not beside each other in this order.
  expect(await find('单订')).toEqual([])
  expect(await find('退单')).toEqual([])
})

it('mixed scripts, full-width forms, case, accents and beginnings of words', async () => {
  await write('iPhone15手机壳有货吗', 'ＡＢＣ１２３ 全角', 'Café crème', 'ご注文の商品', '주문 취소')
  expect(await find('iphone15手机')).toEqual(['iPhone15手机壳有货吗'])
  expect(await find('手机 iPhone15')).toEqual(['iPhone15手机壳有货吗'])
  expect(await find('abc123')).toEqual(['ＡＢＣ１２３ 全角'])
  expect(await find('ａｂｃ')).toEqual(['ＡＢＣ１２３ 全角'])
  expect(await find('cafe')).toEqual(['Café crème'])
  expect(await find('CRÈ')).toEqual(['Café crème'])
  expect(await find('注文')).toEqual(['ご注文の商品'])
  expect(await find('취소')).toEqual(['주문 취소'])
})

it('traditional and simplified characters are different characters, as documented', async () => {
  await write('我的訂單', '我的订单')
  expect(await find('訂單')).toEqual(['我的訂單'])
})

it('nothing to search for, and what would be a query language, find nothing or themselves', async () => {
  await write('a "quoted" AND text', 'NOT this')
  expect(await find('')).toEqual([])
  expect(await find('!!! ——')).toEqual([])
  expect(await find('"quoted" AND')).toEqual(['a "quoted" AND text'])
  expect(await find('grams:x* OR NEAR(')).toEqual([])
  expect(await find('NOT')).toEqual(['NOT this'])
})

it('hits come newest first, in pages', async () => {
  await write('订单一', '订单二', '订单三')
  const [first] = await opened.store.search({ text: '订单', before: NO_OFFSET, limit: 1 })
  expect(first?.preview).toBe('订单三')
  expect(await find('订单', first?.offset ?? NO_OFFSET)).toEqual(['订单二', '订单一'])
})

it('the index follows the journal, survives a restart, and is made again when lost, damaged or another journal’s', async () => {
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
    await store.indexAll()
    expect(await store.search({ text: '订单', before: 0 as Offset, limit: 9 })).toHaveLength(1)
    await store.journal.close()
    await opened.reopen()
  }
  expect(opened.metrics.gaugeOf('index_lag_entries')).toBe(0)
})

it('terms are pairs and single characters for unspaced scripts, words for the others', () => {
  expect(indexTerms('退款订单 refund-now 好')).toEqual({
    grams: '退款 款订 订单 refund now 好',
    chars: '退 款 订 单 好',
  })
  expect(searchQuery('退款订 ref 好')).toBe('grams : "退款 款订" AND grams : "ref" * AND chars : "好"')
  expect(searchQuery('…')).toBeUndefined()
})
