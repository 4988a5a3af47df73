// SPEC.md and the code keep each other honest: every rule has a test, every test names a known rule, tables match the code.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { closeCodeOf, entryKinds, errorCodes, isErrorCode, mayReconnect } from '../protocol/index.ts'
import {
  clientFrameTable,
  entryBodyTable,
  PACKED_ID,
  serverFrameTable,
  type WireRow,
} from '../protocol/frame-tables.ts'
import { limits } from '../protocol/limits.ts'

const server = join(import.meta.dirname, '..')
const repository = join(server, '..')
const spec = readFileSync(join(server, 'SPEC.md'), 'utf8')

const titledFiles = [
  'src-server',
  'src-client',
  'src-main',
  'src-renderer',
  'src-widget',
  'e2e',
  'scripts',
  'bench',
].flatMap((folder) =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => /\.(test|spec|contract)\.tsx?$|testing\/.*-contract\.ts$/.test(path) && !path.includes('node_modules'),
    )
    .map((path) => join(folder, path)),
)

/** Ids at the start of a string literal: how titles are written, also those in tables of `it.each`. */
const titleIds = titledFiles.flatMap((path) =>
  [...readFileSync(join(repository, path), 'utf8').matchAll(/['"`]((?:\[D\d+(?:\.\d+)?\]\s*)+)/g)].flatMap(
    ([, ids = '']) => [...ids.matchAll(/\[([^\]]+)\]/g)].map(([, id = '']) => ({ path, id })),
  ),
)

const promises = [...spec.matchAll(/^## (D\d+) /gm)].map(([, id = '']) => id)
const rules = [...spec.matchAll(/^- \*\*(D\d+\.\d+)\*\* /gm)].map(([, id = '']) => id)

it('[D10.8] every rule stands under its promise, once, in order', () => {
  expect(promises).toEqual(Array.from({ length: 10 }, (_, index) => `D${index + 1}`))
  const numbered = promises.flatMap((promise) =>
    rules.filter((rule) => rule.startsWith(`${promise}.`)).map((_, index) => `${promise}.${index + 1}`),
  )
  expect(rules).toEqual(numbered)
})

it('every rule has a test that carries its id', () => {
  const tested = new Set(titleIds.map(({ id }) => id))
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
})

it('no test names a rule that is not written', () => {
  const known = new Set([...promises, ...rules])
  expect(titleIds.filter(({ id }) => !known.has(id))).toEqual([])
})

it('rules that code refers to are written', () => {
  const sources = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))
  const named = sources.flatMap((path) =>
    [...readFileSync(join(server, path), 'utf8').matchAll(/SPEC ((?:D\d+\.\d+(?:, |-)?)+)/g)].flatMap(([, ids = '']) =>
      [...ids.matchAll(/D\d+\.\d+/g)].map(([id]) => ({ path, id })),
    ),
  )
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(({ id }) => !rules.includes(id))).toEqual([])
})

it('every bound that is named exists', () => {
  const named = [...spec.matchAll(/`(max\w+|min\w+|\w+Ms|\w+Cost|\w+PerSecond|\w+Burst|\w+FromBytes)`/g)].map(
    ([, name = '']) => name,
  )
  const fields = new Set(Object.values(serverFrameTable).flatMap(({ fields: names }) => names))
  expect(named.filter((name) => !(name in limits) && !fields.has(name))).toEqual([])
})

/** Cells of the rows under a heading whose first cell is a number. */
const rowsUnder = (heading: string): readonly (readonly string[])[] => {
  const [, section = ''] = spec.split(`${heading}\n`)
  const [rows = ''] = section.split(/\n#/)
  return [...rows.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, id = '', cells = '']) => [
    id,
    ...cells.split('|').map((cell) => cell.trim()),
  ])
}
const wireRows = (table: Readonly<Record<string, WireRow>>): readonly (readonly string[])[] =>
  Object.entries(table).map(([type, { id, fields }]) => [String(id), `\`${type}\``, fields.join(', ')])

it('the tables of frames are those of the code', () => {
  expect(rowsUnder('## From the client').map((row) => row.slice(0, 3))).toEqual(wireRows(clientFrameTable))
  // Two tables stand there: the frames', whose ids begin at 1, and the entries', which begin at 0.
  const rows = rowsUnder('## From the server')
  const firstEntry = rows.findIndex(([id]) => id === '0')
  const isPacked = ([id]: readonly string[]): boolean => id === String(PACKED_ID)
  const frames = rows.slice(0, firstEntry)
  expect(frames.filter((row) => !isPacked(row))).toEqual(wireRows(serverFrameTable))
  expect(frames.filter(isPacked).map(([, name]) => name)).toEqual(['`packed`'])
  expect(rows.slice(firstEntry)).toEqual(
    entryKinds.map((kind, index) => [String(index), `\`${kind}\``, entryBodyTable[kind].join(', ')]),
  )
})

it('[D10.10] no two frames have one id', () => {
  const idsOf = (table: Readonly<Record<string, WireRow>>): number[] => Object.values(table).map(({ id }) => id)
  for (const ids of [idsOf(clientFrameTable), [...idsOf(serverFrameTable), PACKED_ID]])
    expect(ids.toSorted((a, b) => a - b)).toEqual(ids.map((_, index) => index + 1))
})

it('the table of close codes is that of the code', () => {
  const written = rowsUnder('## Close codes').flatMap(([code = '', codes = '', back]) =>
    codes.split(', ').map((name) => [name.replaceAll('`', ''), Number(code), back === 'yes']),
  )
  const real = Object.keys(errorCodes)
    .filter(isErrorCode)
    .flatMap((name) => {
      const code = closeCodeOf(name)
      return code === undefined ? [] : [[name, code, mayReconnect(code)] as const]
    })
  expect(new Map(written.map(([name, ...rest]) => [name, rest]))).toEqual(
    new Map(real.map(([name, ...rest]) => [name, rest])),
  )
})
