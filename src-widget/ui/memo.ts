/** Remembers one value for as long as all that it was made of stays the same. */
export const createMemo = <Value>() => {
  let last: { readonly from: readonly unknown[]; readonly value: Value } | undefined
  return (from: readonly unknown[], make: () => Value): Value => {
    if (!last || from.some((part, index) => part !== last?.from[index])) last = { from, value: make() }
    return last.value
  }
}
