// The two catalogues agree: the compiler checks keys, this checks variables, empty words, manners and unused keys.
import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

type Words = { readonly [key: string]: string | Words }

function flatten(words: Words, path = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flatten(value, `${path}${key}.`)],
    ),
  )
}

const pluralEnding = /_(zero|one|two|few|many|other)$/
const stem = (key: string): string => key.replace(pluralEnding, '')
const variables = (text: string): string[] => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map(([, name = '']) => name).sort()

/** Variables by key; the forms of a plural count as one key, which uses what any of its forms uses. */
function variablesByStem(words: ReadonlyMap<string, string>): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const [key, text] of words)
    found[stem(key)] = [...new Set([...(found[stem(key)] ?? []), ...variables(text)])].sort()
  return found
}

const sources = import.meta.glob<string>(['../**/*.ts', '../**/*.tsx', '!../**/*.test.*', '!./en/**', '!./zh/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

describe.each(Object.keys(en) as (keyof typeof en)[])('section %s', (section) => {
  const english = flatten(en[section])
  const chinese = flatten(zh[section])

  it('[look] has the same keys and the same variables in both languages', () => {
    expect(variablesByStem(chinese)).toEqual(variablesByStem(english))
  })

  it('[look] has both English plural forms wherever it has one', () => {
    const plural = [...english.keys()].filter((key) => pluralEnding.test(key)).map(stem)
    const incomplete = plural.filter((key) => !english.has(`${key}_one`) || !english.has(`${key}_other`))
    expect(incomplete).toEqual([])
  })

  it('[look] has no empty words, no stray spaces and no exclamation marks', () => {
    const bad = [...english, ...chinese].filter(
      ([, text]) => text.trim() === '' || text !== text.trim() || /[!！]/.test(text),
    )
    expect(bad).toEqual([])
  })

  it('[look] has Chinese punctuation between Chinese words', () => {
    const bad = [...chinese].filter(([, text]) => /\p{Script=Han}[,.;:?]/u.test(text))
    expect(bad).toEqual([])
  })

  it('[look] has no key that nothing reads', () => {
    const everything = Object.values(sources).join('\n')
    // A key is read by its full name, or through a template whose fixed beginning ends in a dot: `status.${status}`.
    const isRead = (key: string): boolean => {
      const parent = key.slice(0, key.lastIndexOf('.') + 1)
      return (
        // In double quotes as an attribute of <Trans>.
        [key, `${section}:${key}`].some(
          (name) => everything.includes(`'${name}'`) || everything.includes(`"${name}"`),
        ) ||
        (parent !== '' && [parent, `${section}:${parent}`].some((name) => everything.includes(`\`${name}\${`)))
      )
    }
    expect([...new Set([...english.keys()].map(stem))].filter((key) => !isRead(key))).toEqual([])
  })
})
