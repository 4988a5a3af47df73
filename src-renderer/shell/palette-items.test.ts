import { beforeAll, describe, expect, it } from 'vitest'
import { en } from '../i18n/en.ts'
import { searchable } from '../stores/fuzzy-search.ts'
import { createRecentKeys } from '../stores/recent-keys.ts'
import { loadReadings, noReadings, type Readings } from '../stores/replies/pinyin-readings.ts'
import { memoryStorage } from '../stores/memory-storage.ts'
import { commands, deskCommands } from './command-table.ts'
import { commandKeys } from './key-commands.ts'
import { paletteSections, type PaletteItem } from './palette-items.ts'

let readings: Readings = noReadings
const item = (key: string, titles: readonly string[], more: Partial<PaletteItem> = {}): PaletteItem => ({
  key,
  group: 'desk',
  title: titles[0] ?? '',
  icon: commands.help.icon,
  keys: undefined,
  blocked: undefined,
  run: () => undefined,
  texts: titles.map((text) => searchable(text, readings)),
  ...more,
})

const makeItems = (): readonly PaletteItem[] => [
  item('transfer', ['转接或分配', 'Transfer or assign'], { group: 'conversation' }),
  item('close', ['标记为已解决并结束', 'Close as resolved'], { group: 'conversation' }),
  item('closed', ['已结束', 'Closed'], { group: 'go' }),
  item('themeDark', ['外观：深色', 'Appearance: dark']),
  ...Array.from({ length: 9 }, (_, n) => item(`conversation/${n}`, [`赵${n}`], { group: 'people' })),
]
let items: readonly PaletteItem[] = []
beforeAll(async () => {
  readings = await loadReadings()
  items = makeItems()
})
const keysOf = (typed: string, recent: readonly string[] = []) =>
  paletteSections(items, typed, recent).flatMap((section) => section.items.map(({ key }) => key))

describe('palette', () => {
  it('[look] what was used last comes first, and nothing stands twice', () => {
    const sections = paletteSections(items, '', ['themeDark', 'gone'])
    expect(sections.map(({ group }) => group)).toEqual(['recent', 'conversation', 'go'])
    expect(keysOf('', ['themeDark'])).toEqual(['themeDark', 'transfer', 'close', 'closed'])
    const isBlocked = items.map((one) => (one.key === 'transfer' ? { ...one, blocked: 'isClosed' as const } : one))
    expect(paletteSections(isBlocked, '', []).at(-1)).toMatchObject({ group: 'notNow', items: [{ key: 'transfer' }] })
  })

  it('[look] finds by either language, by pinyin and by names, the best first', () => {
    expect(keysOf('zj')[0]).toBe('transfer')
    expect(keysOf('assign')[0]).toBe('transfer')
    expect(keysOf('jieshu').toSorted()).toEqual(['close', 'closed'])
    expect(keysOf('closed')[0]).toBe('closed')
    expect(keysOf('z').filter((key) => key.startsWith('conversation/'))).toHaveLength(6)
  })

  it('[look] what can be done comes before what cannot, what was used before what was not', () => {
    const isBlocked = items.map((one) => (one.key === 'closed' ? { ...one, blocked: 'offline' as const } : one))
    const first = (list: readonly PaletteItem[], recent: readonly string[] = []) =>
      paletteSections(list, 'close', recent)[0]?.items[0]?.key
    expect(first(isBlocked)).toBe('close')
    expect(first(items, ['closed'])).toBe('closed')
    expect(first(items, ['close'])).toBe('close')
  })

  it('[look] every command has a place and words, every key belongs to one command only', () => {
    const words: Readonly<Record<string, string>> = en.deskCommands.name
    expect(deskCommands.filter((name) => words[name] === undefined)).toEqual([])
    expect(Object.keys(commandKeys).filter((name) => !(name in commands))).toEqual([])
    const keys = Object.values<string>(commandKeys).map((chord) => chord.toLowerCase())
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('[look] what was used last is kept, newest first, once, and survives nonsense', () => {
    const storage = memoryStorage()
    const recent = createRecentKeys(storage, 'k')
    recent.add('a')
    recent.add('b')
    recent.add('a')
    expect(createRecentKeys(storage, 'k').read()).toEqual(['a', 'b'])
    storage.setItem('k', '{"a":')
    expect(recent.read()).toEqual([])
    storage.setItem('k', '[1,"x"]')
    expect(recent.read()).toEqual(['x'])
  })
})
