import { expect, it } from 'vitest'
import { csvCell, csvText } from './csv.ts'

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1", '＝1'])(
  '[D10.15] a cell that would run as a formula is text: %j',
  (cell) => {
    expect(csvCell(cell).replace(/^"/u, '').startsWith("'")).toBe(true)
  },
)

it('[D10.15] what is no formula stays as it is, and what would break a row is quoted', () => {
  expect(
    csvText([
      ['a', 'b-c'],
      ['1,5', 'say "hi"'],
      ['two\nlines', ' x'],
    ]),
  ).toBe('\uFEFFa,b-c\r\n"1,5","say ""hi"""\r\n"two\nlines"," x"\r\n')
})
