// Which tag rule fits a visitor: an index from tags to rules. It knows patterns and their order, not groups.
import type { TagRule } from '../../protocol/routing-schemas.ts'

export type TagIndex = {
  /**
   * The first of the rules that fit any of the tags and that `accepts` takes, in this order: an exact pattern, then the
   * longest prefix (`order:*`), then `*`; of equal ones the higher priority; of those the lower id. `*` fits every tag,
   * so a visitor without tags is fitted by no rule. Tags are compared after NFKC, trimmed and without case; a `*`
   * anywhere but at the end makes a pattern that fits nothing. (SPEC D7.9)
   */
  best(tags: readonly string[], accepts: (rule: TagRule) => boolean): TagRule | undefined
}

/** Upper case, because lower case depends on the neighbours (Σ at a word's end), which a prefix does not know. */
const folded = (text: string): string => text.normalize('NFKC').trim().toUpperCase().normalize('NFKC')

const comesBefore = (left: TagRule, right: TagRule): number => right.priority - left.priority || left.id - right.id

/** Rules under their folded text, best first. */
type Shelf = Map<string, TagRule[]>

const put = (shelf: Shelf, key: string, rule: TagRule): void => {
  const there = shelf.get(key)
  if (there) there.push(rule)
  else shelf.set(key, [rule])
}

/** Costs a walk over all rules once, and then per tag one look per different length of the prefixes. */
export const createTagIndex = (rules: Iterable<TagRule>): TagIndex => {
  const exact: Shelf = new Map()
  /** By length of the prefix, `*` alone is the prefix of length 0. */
  const prefixes = new Map<number, Shelf>()
  for (const rule of rules) {
    const pattern = folded(rule.pattern)
    const star = pattern.indexOf('*')
    if (star === -1) put(exact, pattern, rule)
    else if (star === pattern.length - 1) {
      const shelf = prefixes.get(star) ?? new Map<string, TagRule[]>()
      prefixes.set(star, shelf)
      put(shelf, pattern.slice(0, star), rule)
    }
  }
  for (const shelf of [exact, ...prefixes.values()]) for (const equals of shelf.values()) equals.sort(comesBefore)
  const longestFirst = [...prefixes].toSorted(([left], [right]) => right - left)

  return {
    best(tags, accepts) {
      const wanted = tags.map(folded).filter((tag) => tag !== '')
      let best: TagRule | undefined
      const consider = (equals: readonly TagRule[] | undefined): void => {
        const first = equals?.find(accepts)
        if (first && (!best || comesBefore(first, best) < 0)) best = first
      }
      for (const tag of wanted) consider(exact.get(tag))
      for (const [length, shelf] of longestFirst) {
        if (best) break
        for (const tag of wanted) if (tag.length >= length) consider(shelf.get(tag.slice(0, length)))
      }
      return best
    },
  }
}
