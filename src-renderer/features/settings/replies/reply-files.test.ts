import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeFile, readCells, readReplies, toCsv, toJson, type FileReply } from './reply-files.ts'

const reply = (change: Partial<FileReply>): FileReply => ({
  title: 'T',
  shortcut: '',
  folder: '',
  text: 'X',
  ...change,
})
const read = (text: string): readonly FileReply[] => {
  const done = readReplies(text)
  if (!done.ok) throw new Error(done.why)
  return done.replies
}

describe('quick replies as a file', () => {
  it('reads back what it wrote, as CSV and as JSON, whatever people type', () => {
    // A lone carriage return is no character of its own in any text file.
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\r|\0/gu, ''))
    const title = words.map((text) => `t${text}`)
    const arbitrary = fc.record({ title, shortcut: words, folder: words, text: words })
    fc.assert(
      fc.property(fc.array(arbitrary, { minLength: 1, maxLength: 5 }), (replies) => {
        expect(read(toCsv(replies))).toEqual(replies)
        expect(read(toJson(replies))).toEqual(replies)
      }),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'=1", "''=1", '＝1', '=HYPERLINK("http://x")'])(
    'nothing that is written runs as a formula: %s',
    (text) => {
      const csv = toCsv([reply({ title: text, text, folder: text, shortcut: text })])
      for (const cell of readCells(csv.slice(1), ',')[1] ?? []) expect(cell).not.toMatch(/^[=+\-@\t＝＋－＠]/u)
      expect(read(csv)).toEqual([reply({ title: text, text, folder: text, shortcut: text })])
    },
  )

  it('reads what other programs write: separators, quotes, line breaks, headings in both languages', () => {
    expect(read('Title;Text\r\n"a;b";"line 1\nline ""2"""')).toEqual([
      reply({ title: 'a;b', text: 'line 1\nline "2"' }),
    ])
    expect(read('标题\t内容\t分组\n退款\t您好\t售后')).toEqual([reply({ title: '退款', text: '您好', folder: '售后' })])
    expect(read('\uFEFFshort_code,content,name\nhi,Hello,Greeting\n\n')).toEqual([
      reply({ title: 'Greeting', text: 'Hello', shortcut: 'hi' }),
    ])
    expect(read('[{"name":"A","content":"B","other":1}]')).toEqual([reply({ title: 'A', text: 'B' })])
    expect(read('title,text\nonly a title')).toEqual([reply({ title: 'only a title', text: '' })])
    expect(read('title,text\na,"never closed')).toEqual([reply({ title: 'a', text: 'never closed' })])
  })

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['title,text', 'empty'],
    ['[]', 'empty'],
    ['a,b\n1,2', 'columns'],
    ['title\nx', 'columns'],
    ['[1,2]', 'json'],
    ['{"title":"x"}', 'json'],
    ['[{"title"', 'json'],
  ] as const)('says why a file is of no use: %j', (text, why) => expect(readReplies(text)).toEqual({ ok: false, why }))

  it('reads the bytes of Chinese Windows, too', () => {
    const gb = new Uint8Array([0xcd, 0xcb, 0xbf, 0xee]).buffer
    expect(decodeFile(gb)).toBe('退款')
    expect(decodeFile(new TextEncoder().encode('退款').buffer)).toBe('退款')
  })
})
