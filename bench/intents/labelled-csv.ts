// Sentences and their intents out of a CSV file with the columns text and label, quoted where needed (RFC 4180).
import { readFileSync } from 'node:fs'

export type Labelled = { readonly text: string; readonly label: string }

/** A field and what ended it. Quotes inside a quoted field are doubled. */
const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

export const parseCsv = (csv: string): readonly (readonly string[])[] => {
  const rows: string[][] = []
  let row: string[] = []
  field.lastIndex = csv.startsWith('\uFEFF') ? 1 : 0
  while (field.lastIndex < csv.length) {
    const at = field.lastIndex
    const match = field.exec(csv)
    if (!match) throw new Error(`not CSV from character ${at} on: ${csv.slice(at, at + 40)}`)
    const [, quoted, plain, end] = match
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',' && field.lastIndex < csv.length) continue
    if (row.length > 1 || row[0] !== '') rows.push(row)
    row = []
  }
  return rows
}

/** Throws when a column is missing. Rows without a text are kept: visitors send them too. */
export const readLabelled = (path: string): readonly Labelled[] => {
  const [head = [], ...rows] = parseCsv(readFileSync(path, 'utf8'))
  const [text, label] = [head.indexOf('text'), head.indexOf('label')]
  if (text < 0) throw new Error(`${path} has no column text`)
  return rows.map((row) => ({ text: row[text] ?? '', label: row[label] ?? '' }))
}
