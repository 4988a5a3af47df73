// A bounded number of places, in all and for each holder (D9).
export type Place = { leave(): void }
export type Places = {
  /** @returns undefined when there is none. */
  take(holder: string): Place | undefined
}

export const createPlaces = (bounds: { readonly inAll: number; readonly each: number }): Places => {
  const held = new Map<string, number>()
  let all = 0
  return {
    take: (holder) => {
      const own = held.get(holder) ?? 0
      if (all >= bounds.inAll || own >= bounds.each) return undefined
      all += 1
      held.set(holder, own + 1)
      let isHeld = true
      return {
        leave: () => {
          if (!isHeld) return
          isHeld = false
          all -= 1
          const left = (held.get(holder) ?? 1) - 1
          if (left > 0) held.set(holder, left)
          else held.delete(holder)
        },
      }
    },
  }
}
