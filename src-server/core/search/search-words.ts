// What of a text can be searched for. Chinese, Japanese and Korean have no spaces: there every run of characters is found in whole and
// in part; elsewhere a word is found by its beginning. Full-width forms, case and Latin accents make no difference; traditional and
// simplified characters are different characters: 訂單 does not find 订单.
import { limits } from '../../protocol/index.ts'

export type SearchWord = { readonly text: string; readonly isUnspaced: boolean }

const run = /[\p{L}\p{N}\p{M}]+/gu
/** Parts of such a run. */
const unspacedOrNot =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]+|[^\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]+/gu
const isUnspacedRun = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u
const plain = /^[\0-\x7f]*$/
const latinAccents = /[\u0300-\u036f]/g

/** What two spellings of the same have in common. */
export const foldText = (text: string): string => {
  if (plain.test(text)) return text.toLowerCase()
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replaceAll(latinAccents, '').normalize('NFC')
}

type Run = SearchWord & { readonly at: number }

/** Of a folded text, in its order. */
export const runsIn = (folded: string): readonly Run[] =>
  [...folded.matchAll(run)].flatMap((whole) =>
    [...whole[0].matchAll(unspacedOrNot)].map((part) => ({
      text: part[0],
      isUnspaced: isUnspacedRun.test(part[0]),
      at: whole.index + part.index,
    })),
  )

export const searchWordsOf = (text: string): readonly SearchWord[] =>
  runsIn(foldText(text)).map(({ text: word, isUnspaced }) => ({ text: word, isUnspaced }))

/** Of what somebody typed into a search: each once, no more than narrow it down. Empty: nothing in it can be searched for. */
export const wantedWords = (typed: string): readonly SearchWord[] => {
  const words = new Map(searchWordsOf(typed).map((word) => [word.text, word]))
  return [...words.values()].slice(0, limits.maxSearchWords)
}

/** Where a word stands in a run: anywhere in unspaced text, else at the beginning; a single letter is a word of its own. */
export const placesOf = (wanted: SearchWord, { text, isUnspaced }: SearchWord): readonly number[] => {
  if (wanted.isUnspaced !== isUnspaced) return []
  if (!isUnspaced) return text === wanted.text || (wanted.text.length > 1 && text.startsWith(wanted.text)) ? [0] : []
  const places: number[] = []
  for (let at = text.indexOf(wanted.text); at >= 0; at = text.indexOf(wanted.text, at + wanted.text.length))
    places.push(at)
  return places
}

/** Every word stands somewhere in the text. */
export const hasWords = (text: string, wanted: readonly SearchWord[]): boolean => {
  const runs = searchWordsOf(text)
  return wanted.length > 0 && wanted.every((word) => runs.some((part) => placesOf(word, part).length > 0))
}
