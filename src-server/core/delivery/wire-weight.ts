// How many bytes something takes on the wire at most, known without encoding it; and lists cut to such a weight (D9).

/** Bytes of msgpack at most: three a character, five of header, nine a number. */
export const wireWeight = (value: unknown): number => {
  if (typeof value === 'string') return value.length * 3 + 5
  if (typeof value !== 'object' || value === null) return 9
  let weight = 5
  if (Array.isArray(value)) for (const item of value) weight += wireWeight(item)
  else for (const [key, item] of Object.entries(value)) weight += key.length + 2 + wireWeight(item)
  return weight
}

/** The first items that weigh no more than `maxBytes` together; at least one, so that a reader always gets on. */
export const fitting = <T>(items: readonly T[], maxBytes: number): readonly T[] => {
  let weight = 0
  for (let count = 0; count < items.length; count += 1) {
    weight += wireWeight(items[count])
    if (weight > maxBytes && count > 0) return items.slice(0, count)
  }
  return items
}

/** The last items that fit: the newest of a list by rising age. */
export const fittingLast = <T>(items: readonly T[], maxBytes: number): readonly T[] =>
  fitting(items.toReversed(), maxBytes).toReversed()
