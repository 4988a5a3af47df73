// Texts and questions as terms of the full-text index. A word is there by each of its beginnings, unspaced text by its pairs and its single
// characters: so every question is a walk along lists that are ready, newest first, however common the word. Facts that never change (who
// wrote it, who had it, where) are terms as well, marked by `_`, which no word contains.
import type { AgentId, ConversationId } from '../../protocol/index.ts'
import type { SearchAuthors } from '../../protocol/search-schemas.ts'
import type { SearchQuery } from '../../ports/message-search.ts'
import { searchWordsOf, wantedWords } from '../../core/search/search-words.ts'

/** Beginnings are kept up to this; a longer word is kept whole besides, and looked for by its own beginning. */
const LONGEST_BEGINNING = 10
/** Nobody looks for more of one word, and terms are kept whole in the index. */
const LONGEST_WORD = 40

const pairsOf = (characters: readonly string[]): readonly string[] =>
  characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index]}${character}`)

const beginningsOf = (characters: readonly string[]): readonly string[] => {
  if (characters.length === 1) return characters
  const kept = characters.slice(0, LONGEST_WORD)
  const beginnings: string[] = []
  let beginning = kept[0] ?? ''
  for (const character of kept.slice(1, LONGEST_BEGINNING)) beginnings.push((beginning += character))
  return kept.length > LONGEST_BEGINNING ? [...beginnings, kept.join('')] : beginnings
}

/** In order: the pairs of one run stand beside each other, its single characters part them from the next run's. */
export const indexTerms = (text: string): readonly string[] => {
  const words = new Set<string>()
  const runs: string[] = []
  for (const { text: word, isUnspaced } of searchWordsOf(text)) {
    const characters = Array.from(word)
    if (!isUnspaced) for (const beginning of beginningsOf(characters)) words.add(beginning)
    else if (characters.length === 1) runs.push(word)
    else runs.push(...pairsOf(characters), ...new Set(characters))
  }
  return [...runs, ...words]
}

export type IndexFacts = {
  readonly by: SearchAuthors
  readonly conversation: ConversationId
  /** Who wrote it and who had it. */
  readonly agents: readonly AgentId[]
  /** The visitor's, which come with their identity and do not change. */
  readonly tags: readonly string[]
}

const byTerm = { visitor: '_v', desk: '_d', note: '_n' } as const satisfies Record<SearchAuthors, string>

/** Tags hold any sign: two of a billion may share a term, so a hit's tag is looked at again. */
const tagTerm = (tag: string): string => {
  let hash = 0x811c_9dc5
  for (let at = 0; at < tag.length; at += 1) hash = Math.imul(hash ^ tag.charCodeAt(at), 0x0100_0193)
  return `_t${(hash >>> 0).toString(36)}`
}

export const factTerms = ({ by, conversation, agents, tags }: IndexFacts): readonly string[] => [
  byTerm[by],
  `_c${conversation}`,
  ...new Set(agents.map((agent) => `_a${agent}`)),
  ...new Set(tags.map(tagTerm)),
]

// Words hold letters, numbers and marks only: nothing that could end the quotes.
const quoted = (...terms: readonly string[]): string => `"${terms.join(' ')}"`

const wanted = (text: string): readonly string[] =>
  wantedWords(text).map(({ text: word, isUnspaced }) => {
    const characters = Array.from(word)
    if (isUnspaced) return quoted(...pairsOf(characters))
    const kept = characters.slice(0, LONGEST_WORD).join('')
    return characters.length > LONGEST_BEGINNING ? `${quoted(kept)} *` : quoted(kept)
  })

/** @returns an FTS5 query; undefined when nothing in the text can be searched for. */
export const matchOf = ({
  text,
  by,
  agent,
  conversation,
  tag,
}: Partial<SearchQuery> & { readonly text: string }): string | undefined => {
  const words = wanted(text)
  if (words.length === 0) return undefined
  return [
    ...words,
    ...(by ? [quoted(byTerm[by])] : []),
    ...(agent === undefined ? [] : [quoted(`_a${agent}`)]),
    ...(conversation === undefined ? [] : [quoted(`_c${conversation}`)]),
    ...(tag === undefined ? [] : [quoted(tagTerm(tag))]),
  ].join(' AND ')
}
