// A text as weighted words and character n-grams: what stands in where no model is, and what a model overlooks where one is.

/** Feature → weight. */
export type TextFeatures = ReadonlyMap<string, number>

const pieces = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'])+/gu
const hanRun = /^\p{Script=Han}/u

const grams = (run: readonly string[], length: number): readonly string[] =>
  Array.from({ length: Math.max(0, run.length - length + 1) }, (_, from) => run.slice(from, from + length).join(''))

/** Chinese is written without spaces: single characters, pairs and triples. */
const featuresOfRun = (run: string): readonly string[] => {
  const characters = [...run]
  return [1, 2, 3].flatMap((length) => grams(characters, length))
}

/** The word itself, and its parts with its ends marked, so that `refund` and `refunded` share most of them. */
const featuresOfWord = (word: string): readonly string[] => {
  const marked = [...` ${word} `]
  return [word, ...[3, 4, 5].flatMap((length) => grams(marked, length).map((gram) => `#${gram}`))]
}

/** @param text prepared */
export const countFeatures = (text: string): TextFeatures => {
  const counts = new Map<string, number>()
  const add = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1)
  let before = '^'
  for (const [piece] of text.matchAll(pieces)) {
    const isHan = hanRun.test(piece)
    for (const feature of isHan ? featuresOfRun(piece) : featuresOfWord(piece)) add(feature)
    const first = isHan ? ([...piece][0] ?? '') : piece
    add(`${before}_${first}`)
    before = isHan ? ([...piece].at(-1) ?? '') : piece
  }
  if (counts.size === 0) for (const character of text.replaceAll(' ', '')) add(character)
  return counts
}
