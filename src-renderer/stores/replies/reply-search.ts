// Finds quick replies among thousands while somebody types: by shortcut, title, folder and text. Pure; each reply is made ready
// once, when it comes.
import { NO_AGENT } from '#protocol'
import type { QuickReplyRow } from '#protocol/reply-schemas.ts'
import { foldUnit, matchTitle, prepareTitle, type Range, type Title } from './match-title.ts'
import type { Readings } from './pinyin-readings.ts'

export type Reply = QuickReplyRow

export type Prepared = {
  readonly reply: Reply
  readonly title: Title
  readonly folder: Title
  readonly text: string
  /** One letter for each Chinese character of the text, others as they are. */
  readonly initials: string
}

export type Found = { readonly reply: Reply; readonly score: number; readonly ranges: readonly Range[] }

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

export function prepareReply(reply: Reply, known: Readings): Prepared {
  const text = fold(reply.text)
  let initials = ''
  for (const unit of text) initials += known.get(unit)?.[0]?.charAt(0) ?? unit
  return {
    reply,
    title: prepareTitle(reply.title, known),
    folder: prepareTitle(reply.folder, known),
    text,
    initials: initials === text ? '' : initials,
  }
}

/** Input methods put apostrophes between syllables while they compose. */
const wordsOf = (typed: string): readonly string[] =>
  Array.from(typed.replaceAll("'", ''), foldUnit)
    .join('')
    .split(/\s+/u)
    .filter((word) => word !== '')

type Fit = { readonly score: number; readonly ranges: readonly Range[] }
const nowhere: readonly Range[] = []

function fitOf(word: string, isLetters: boolean, { reply, title, folder, text, initials }: Prepared): Fit | undefined {
  const { shortcut } = reply
  const byShortcut = shortcut === word ? 130 : shortcut.startsWith(word) ? 115 : 0
  const found = matchTitle(word, title)
  const score = Math.max(byShortcut, found?.score ?? 0)
  if (score > 0) return { score, ranges: found?.ranges ?? nowhere }
  if (folder.text !== '') {
    const inFolder = matchTitle(word, folder)
    if (inFolder) return { score: inFolder.score / 2, ranges: nowhere }
  }
  if (text.includes(word)) return { score: 30, ranges: nowhere }
  return isLetters && word.length > 1 && initials.includes(word) ? { score: 12, ranges: nowhere } : undefined
}

const onlyLetters = /^[a-z]+$/

/**
 * The best first, at most `most`. Every word has to fit somewhere. `liking` is what is added for one that is used often: up to 20, so
 * that it decides between equals and not against what was typed. Without words, what is liked most.
 */
export function searchReplies(
  all: readonly Prepared[],
  typed: string,
  liking: (reply: Reply) => number,
  most: number,
): { readonly found: readonly Found[]; readonly count: number } {
  const words = wordsOf(typed)
  const found: Found[] = []
  for (const prepared of all) {
    const fit = fitAll(words, prepared)
    if (!fit) continue
    const { reply } = prepared
    // One's own stands before a shared one of the same name.
    const own = reply.owner === NO_AGENT ? 0 : 1
    found.push({ reply, score: fit.score + liking(reply) + own, ranges: fit.ranges })
  }
  return { found: best(found, most), count: found.length }
}

function fitAll(words: readonly string[], prepared: Prepared): Fit | undefined {
  const [only] = words
  if (only === undefined) return { score: 0, ranges: nowhere }
  if (words.length === 1) return fitOf(only, onlyLetters.test(only), prepared)
  let score = 0
  const ranges: Range[] = []
  for (const word of words) {
    const fit = fitOf(word, onlyLetters.test(word), prepared)
    if (!fit) return undefined
    score += fit.score
    ranges.push(...fit.ranges)
  }
  return { score: score / words.length, ranges: ranges.toSorted((a, b) => a[0] - b[0]) }
}

const byFolderAndTitle = (a: Reply, b: Reply): number =>
  order.compare(a.folder, b.folder) || order.compare(a.title, b.title) || a.id - b.id
const order = new Intl.Collator(['zh', 'en'], { numeric: true })

/** Only what may be shown is sorted by name: comparing names of thousands would cost more than finding them. */
function best(found: readonly Found[], most: number): readonly Found[] {
  const byScore = found.toSorted((a, b) => b.score - a.score || a.reply.id - b.reply.id)
  return byScore.slice(0, most).toSorted((a, b) => b.score - a.score || byFolderAndTitle(a.reply, b.reply))
}
