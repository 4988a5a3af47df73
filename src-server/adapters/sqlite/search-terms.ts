// What of a text is indexed and asked for. Chinese, Japanese and Korean have no spaces: their runs are cut into pairs and
// single characters, so that 订单 finds 退款订单 and 退 finds it too. Full-width forms count as half-width (NFKC).
// Traditional and simplified characters are different characters here: 訂單 does not find 订单.

const run = /[\p{L}\p{N}\p{M}]+/gu
const cjkRun =
  /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]&&[\p{L}\p{N}\p{M}]]+|[[\p{L}\p{N}\p{M}]--[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]]+/gv
const isCjk = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}]/u

/** Longer queries cost more than they narrow down. */
const MAX_QUERY_RUNS = 10

const runsOf = (text: string): readonly string[] =>
  (text.normalize('NFKC').toLowerCase().match(run) ?? []).flatMap((part) => part.match(cjkRun) ?? [])

const pairsOf = (characters: readonly string[]): readonly string[] =>
  characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`)

/** The two indexed columns: words and pairs in their order, and the single characters of unspaced scripts. */
export const indexTerms = (text: string): { readonly grams: string; readonly chars: string } => {
  const grams: string[] = []
  const chars: string[] = []
  for (const part of runsOf(text)) {
    if (!isCjk.test(part)) grams.push(part)
    else {
      const characters = Array.from(part)
      grams.push(...pairsOf(characters))
      chars.push(...characters)
    }
  }
  return { grams: grams.join(' '), chars: chars.join(' ') }
}

/** @returns an FTS5 query that wants every run of the text; undefined when nothing in it can be searched for. */
export const searchQuery = (text: string): string | undefined => {
  const wanted = runsOf(text)
    .slice(0, MAX_QUERY_RUNS)
    .map((part) => {
      // Runs hold letters, numbers and marks only: nothing that could end the quotes.
      if (!isCjk.test(part)) return `grams : "${part}" *`
      const characters = Array.from(part)
      return characters.length === 1 ? `chars : "${part}"` : `grams : "${pairsOf(characters).join(' ')}"`
    })
  return wanted.length === 0 ? undefined : wanted.join(' AND ')
}
