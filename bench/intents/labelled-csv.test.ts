import { expect, it } from 'vitest'
import { parseCsv } from './labelled-csv.ts'

it('reads quoted fields with commas, quotes and line ends in them', () => {
  expect(parseCsv('text,label\n"a, ""b""\nc",one\r\nplain,two')).toEqual([
    ['text', 'label'],
    ['a, "b"\nc', 'one'],
    ['plain', 'two'],
  ])
})

it('passes over empty lines and a byte order mark, and keeps empty fields', () => {
  expect(parseCsv('\uFEFFtext,label\n\n,one\n"",two\n')).toEqual([
    ['text', 'label'],
    ['', 'one'],
    ['', 'two'],
  ])
})

it('says where a file is no CSV', () => {
  expect(() => parseCsv('text,label\nsay "hi,one')).toThrow('from character 11 on')
})
