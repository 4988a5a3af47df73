// What is still to happen, by its time: a binary heap. Things of the same moment happen in the order of their asking.

type Planned = { readonly atMs: number; readonly order: number; readonly task: () => void }

export type TimeQueue = {
  add(atMs: number, task: () => void): void
  /** Takes out the next one that is due by `untilMs`. */
  next(untilMs: number): { readonly atMs: number; readonly task: () => void } | undefined
  readonly size: number
}

const isBefore = (left: Planned, right: Planned): boolean =>
  left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order)

export const createTimeQueue = (): TimeQueue => {
  const heap: Planned[] = []
  let asked = 0

  const swapIfBefore = (lower: number, upper: number): boolean => {
    const [below, above] = [heap[lower], heap[upper]]
    if (!below || !above || !isBefore(below, above)) return false
    heap[lower] = above
    heap[upper] = below
    return true
  }

  const rise = (from: number): void => {
    for (let index = from; index > 0;) {
      const parent = (index - 1) >> 1
      if (!swapIfBefore(index, parent)) return
      index = parent
    }
  }

  const sink = (): void => {
    for (let index = 0; ;) {
      const [left, right] = [2 * index + 1, 2 * index + 2]
      const [leftOne, rightOne] = [heap[left], heap[right]]
      const child = rightOne && leftOne && isBefore(rightOne, leftOne) ? right : left
      if (!swapIfBefore(child, index)) return
      index = child
    }
  }

  return {
    add(atMs, task) {
      heap.push({ atMs, order: asked++, task })
      rise(heap.length - 1)
    },
    next(untilMs) {
      const first = heap[0]
      if (!first || first.atMs > untilMs) return undefined
      const last = heap.pop()
      if (last && last !== first) {
        heap[0] = last
        sink()
      }
      return first
    },
    get size() {
      return heap.length
    },
  }
}
