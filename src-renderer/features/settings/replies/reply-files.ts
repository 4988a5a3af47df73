// Quick replies as a file and back: CSV for spreadsheets, JSON for programs. Nothing that is written runs as a formula, and what
// was written reads back the same.
import { csvText, formulaStart } from '../../../platform/csv.ts'

export type FileReply = {
  readonly title: string
  readonly shortcut: string
  readonly folder: string
  readonly text: string
}

export type ReadFault = 'empty' | 'columns' | 'json'
export type ReadReplies =
  | { readonly ok: true; readonly replies: readonly FileReply[] }
  | { readonly ok: false; readonly why: ReadFault }

const fields = ['title', 'shortcut', 'folder', 'text'] as const
type FieldName = (typeof fields)[number]

const fromCell = (cell: string): string => (cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell)

export const toCsv = (replies: readonly FileReply[]): string =>
  csvText([fields, ...replies.map((reply) => fields.map((field) => reply[field]))])

export const toJson = (replies: readonly FileReply[]): string =>
  `${JSON.stringify(
    replies.map(({ title, shortcut, folder, text }) => ({ title, shortcut, folder, text })),
    null,
    2,
  )}\n`

/** Names of columns as programs and people write them. */
const names: Readonly<Record<FieldName, readonly string[]>> = {
  title: ['title', 'name', '标题', '名称', '标题名称'],
  shortcut: ['shortcut', 'short code', 'short_code', 'shortcode', 'code', '快捷码', '快捷键', '快捷词'],
  folder: ['folder', 'group', 'category', '分类', '分组', '文件夹', '目录'],
  text: ['text', 'content', 'body', 'message', 'reply', '内容', '文本', '回复内容', '话术'],
}

const fieldOf = (heading: string): FieldName | undefined => {
  const folded = heading.normalize('NFKC').trim().toLowerCase()
  return fields.find((field) => names[field].includes(folded))
}

/** Which of the usual separators stands most often in the first line. */
const separatorOf = (text: string): string => {
  const [line = ''] = text.split(/\r?\n/u, 1)
  const count = (mark: string): number => line.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** RFC 4180, any line break, quotes that were never closed end with the file. */
export function readCells(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let isQuoted = false
  const endCell = (): void => {
    row.push(cell)
    cell = ''
  }
  const endRow = (): void => {
    endCell()
    if (row.some((each) => each.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at)
    if (isQuoted) {
      if (unit !== '"') cell += unit
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at += 1
      } else isQuoted = false
    } else if (unit === '"' && cell === '') isQuoted = true
    else if (unit === separator) endCell()
    else if (unit === '\n') endRow()
    else if (unit !== '\r') cell += unit
  }
  endRow()
  return rows
}

function readCsv(text: string): ReadReplies {
  const [head = [], ...rows] = readCells(text, separatorOf(text))
  const columns = head.map(fieldOf)
  if (!columns.includes('title') || !columns.includes('text')) return { ok: false, why: 'columns' }
  const replies = rows.map((row) => {
    const valueOf = (field: FieldName): string => fromCell(row[columns.indexOf(field)] ?? '')
    return { title: valueOf('title'), shortcut: valueOf('shortcut'), folder: valueOf('folder'), text: valueOf('text') }
  })
  return replies.length === 0 ? { ok: false, why: 'empty' } : { ok: true, replies }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function readJson(text: string): ReadReplies {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Cut off, or no JSON at all: said to whoever chose the file.
    return { ok: false, why: 'json' }
  }
  if (!Array.isArray(value) || !value.every(isRecord)) return { ok: false, why: 'json' }
  const replies = value.map((entry) => {
    const known = new Map(Object.entries(entry).map(([name, content]) => [fieldOf(name), content]))
    const valueOf = (field: FieldName): string => {
      const content = known.get(field)
      return typeof content === 'string' ? content : ''
    }
    return { title: valueOf('title'), shortcut: valueOf('shortcut'), folder: valueOf('folder'), text: valueOf('text') }
  })
  return replies.length === 0 ? { ok: false, why: 'empty' } : { ok: true, replies }
}

/** What it is shows by its first sign. */
export function readReplies(content: string): ReadReplies {
  const text = content.replace(/^\uFEFF/u, '')
  if (text.trim() === '') return { ok: false, why: 'empty' }
  return /^\s*[[{]/u.test(text) ? readJson(text) : readCsv(text)
}

/** Programs on Chinese Windows still write GB 18030; what is no UTF-8 is taken for that. */
export function decodeFile(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
