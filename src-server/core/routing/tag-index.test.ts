import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { GroupId, TagRuleId } from '../../protocol/index.ts'
import type { TagRule } from '../../protocol/routing-schemas.ts'
import { createTagIndex } from './tag-index.ts'

const rule = (id: number, pattern: string, priority = 0): TagRule => ({
  id: id as TagRuleId,
  pattern,
  group: 1 as GroupId,
  agents: [],
  priority,
})
const best = (rules: readonly TagRule[], ...tags: readonly string[]) => createTagIndex(rules).best(tags, () => true)?.id

it('[D7.9] exact before the longest prefix before any, whatever their priority', () => {
  const rules = [rule(1, '*', 9), rule(2, 'order:*', 9), rule(3, 'order:late*', 1), rule(4, 'order:late:7')]
  expect(best(rules, 'order:late:7')).toBe(4)
  expect(best(rules, 'order:late:8')).toBe(3)
  expect(best(rules, 'order:')).toBe(2)
  expect(best(rules, 'gift')).toBe(1)
  expect(best(rules, 'gift', 'order:1', 'order:late:7')).toBe(4)
})

it('[D7.9] of equal precision the higher priority, then the lower id', () => {
  expect(best([rule(1, 'vip'), rule(2, 'vip', 3), rule(3, 'vip', 3)], 'vip')).toBe(2)
  expect(best([rule(1, 'a*'), rule(2, 'b*', 1)], 'a1', 'b1')).toBe(2)
})

it('[D7.9] a visitor without tags fits no rule, not even any', () => {
  expect(best([rule(1, '*')])).toBeUndefined()
  expect(best([rule(1, '*'), rule(2, '')], '', '  ')).toBeUndefined()
})

it('[D7.9] writing does not matter: case, full-width forms, composed letters', () => {
  expect(best([rule(1, 'ＶＩＰ')], 'vip')).toBe(1)
  expect(best([rule(1, '订单：＊')], '订单:42')).toBe(1)
  expect(best([rule(1, 'cafe\u0301')], 'CAFÉ')).toBe(1)
  // Lower case would write the last letter of the prefix as ς and of the tag as σ.
  expect(best([rule(1, 'ΟΔΟΣ*')], 'οδοσα')).toBe(1)
})

it('[D7.9] a star anywhere but at the end fits nothing', () => {
  expect(best([rule(1, 'a*b'), rule(2, '**')], 'a*b', 'axb', '**', '*')).toBeUndefined()
})

it('[D7.9] what is not accepted leaves the place to the next', () => {
  const index = createTagIndex([rule(1, 'vip', 5), rule(2, 'vip'), rule(3, 'v*')])
  expect(index.best(['vip'], ({ id }) => id !== 1)?.id).toBe(2)
  expect(index.best(['vip'], ({ id }) => id > 2)?.id).toBe(3)
  expect(index.best(['vip'], () => false)).toBeUndefined()
})

it('[D7.9] agrees with looking at every rule, on any rules and tags', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'B', 'b', ':', '*', 'ｂ'), maxLength: 4 })
  const rules = fc.array(fc.tuple(fc.oneof(word, fc.constant('*')), fc.nat(2)), { maxLength: 12 })
  const plain = (text: string): string => text.normalize('NFKC').toUpperCase()
  const precision = (pattern: string, tags: readonly string[]): number => {
    const fitting = tags.map(plain).filter((tag) => tag !== '')
    if (!pattern.includes('*')) return fitting.includes(plain(pattern)) ? Number.POSITIVE_INFINITY : -1
    const prefix = plain(pattern).slice(0, -1)
    return !prefix.includes('*') && pattern.endsWith('*') && fitting.some((tag) => tag.startsWith(prefix))
      ? prefix.length
      : -1
  }
  fc.assert(
    fc.property(rules, fc.array(word, { maxLength: 4 }), fc.nat(12), (drawn, tags, refused) => {
      const all = drawn.map(([pattern, priority], index) => rule(index + 1, pattern, priority))
      const expected = all
        .filter(({ id, pattern }) => id !== refused && precision(pattern, tags) >= 0)
        .toSorted(
          (a, b) =>
            Math.sign(precision(b.pattern, tags) - precision(a.pattern, tags) || 0) ||
            b.priority - a.priority ||
            a.id - b.id,
        )[0]
      expect(createTagIndex(all).best(tags, ({ id }) => id !== refused)).toBe(expected)
    }),
  )
})
