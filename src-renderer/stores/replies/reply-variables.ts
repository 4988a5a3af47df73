// Variables in quick replies: what this visitor, this page and this agent really give. What is not known stays in the text as a blank
// that has to be filled in before it can be sent.
import type { VisitorPage, VisitorProfile } from '#protocol'

export const variableNames = ['visitor.name', 'agent.name', 'order', 'page.title', 'page.url', 'date'] as const
export type VariableName = (typeof variableNames)[number]

/** As Chinese colleagues write them. */
export const chineseNames: Readonly<Record<VariableName, string>> = {
  'visitor.name': '访客姓名',
  'agent.name': '坐席姓名',
  order: '订单号',
  'page.title': '页面标题',
  'page.url': '页面地址',
  date: '日期',
}

const byChineseName = new Map<string, VariableName>(variableNames.map((name) => [chineseNames[name], name]))

export type ReplyFacts = {
  readonly visitor: Pick<VisitorProfile, 'name' | 'tags'>
  readonly page: VisitorPage | undefined
  readonly agentName: string
  /** In the words of the visitor's language. */
  readonly date: string
}

export type ReplyPart =
  | { readonly kind: 'text' | 'value'; readonly text: string }
  /** `text` is what stands in its place: the variable as it was written. */
  | { readonly kind: 'blank'; readonly text: string; readonly name: string }

/** No line breaks and no braces inside; longer than any name that somebody would give a blank is text. */
const variable = /\{\{[^\S\n]*([^{}\n]{1,60}?)[^\S\n]*\}\}/gu

/** `order:1234` among the tags, or in the address of the page: `?order=1234`. */
function orderOf({ visitor, page }: ReplyFacts): string {
  const tagged = tagOf(visitor.tags, 'order') || tagOf(visitor.tags, '订单')
  if (tagged !== '' || page === undefined || !URL.canParse(page.url)) return tagged
  const said = new URL(page.url).searchParams
  for (const name of ['order', 'order_id', 'orderId', 'order_no', 'orderNo']) {
    const value = said.get(name)
    if (value !== null && value.trim() !== '') return value
  }
  return ''
}

const tagOf = (tags: readonly string[], name: string): string =>
  tags.find((tag) => tag.startsWith(`${name}:`))?.slice(name.length + 1) ?? ''

function valueOf(name: string, facts: ReplyFacts): string {
  if (name.startsWith('tag.')) return tagOf(facts.visitor.tags, name.slice('tag.'.length))
  const known = byChineseName.get(name) ?? variableNames.find((each) => each === name)
  switch (known) {
    case 'visitor.name':
      return facts.visitor.name
    case 'agent.name':
      return facts.agentName
    case 'order':
      return orderOf(facts)
    case 'page.title':
      return facts.page?.title ?? ''
    case 'page.url':
      return facts.page?.url ?? ''
    case 'date':
      return facts.date
    case undefined:
      return ''
    default:
      return known satisfies never
  }
}

/** Values go in as they are, in one line; nothing in them is taken for a variable again. */
export function fillIn(text: string, facts: ReplyFacts): readonly ReplyPart[] {
  const parts: ReplyPart[] = []
  let from = 0
  for (const found of text.matchAll(variable)) {
    const [written, name = ''] = found
    if (found.index > from) parts.push({ kind: 'text', text: text.slice(from, found.index) })
    const value = valueOf(name, facts).replaceAll(/\s+/gu, ' ').trim()
    parts.push(value === '' ? { kind: 'blank', text: `{{${name}}}`, name } : { kind: 'value', text: value })
    from = found.index + written.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

export const textOf = (parts: readonly ReplyPart[]): string => parts.map(({ text }) => text).join('')

/** As they stand in the text, each once. */
export const blanksOf = (parts: readonly ReplyPart[]): readonly string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === 'blank' ? [part.text] : []))),
]

/** What was inserted as a blank and still stands there. What somebody typed in braces themselves is their own affair. */
export const openBlanks = (text: string, blanks: readonly string[]): readonly string[] =>
  blanks.filter((blank) => text.includes(blank))

export const blankName = (blank: string): string => blank.slice(2, -2)
