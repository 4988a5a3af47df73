import { describe, expect, it } from 'vitest'
import { slashAt } from './slash-at.ts'

/** `|` is the caret. */
const at = (marked: string): string | undefined => slashAt(marked.replace('|', ''), marked.indexOf('|'))?.typed

describe('a slash that opens the quick replies', () => {
  it.each([
    ['/|', ''],
    ['/tk|', 'tk'],
    ['Hello /tk|', 'tk'],
    ['Hello\n/tk| and more', 'tk'],
    ['您好/退款|', '退款'],
    ['您好，/tk|', 'tk'],
    ['／tk|', 'tk'],
    ['、tk|', 'tk'],
    ['您好 、tk|', 'tk'],
    ['/refund pol|', 'refund pol'],
    ['(/x|', 'x'],
  ])('%s looks for "%s"', (text, typed) => expect(at(text)).toBe(typed))

  it.each([
    'and/or|',
    '1/2|',
    'https://shop|',
    'https:/|',
    '//|',
    '/a/b|',
    '苹果、梨|',
    '/ |',
    '/ tk|',
    '/tk\n|',
    'Hello|',
    '|/tk',
    `/${'x'.repeat(60)}|`,
  ])('%s does not', (text) => expect(at(text)).toBeUndefined())
})
