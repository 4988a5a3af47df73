// What happens when, on virtual time: a binary heap in typed arrays, because a thousand days are billions of comparisons.

export type TimeEvents = {
  add(at: number, kind: number, who: number, other: number, token: number): void
  /** Moves the earliest into `kind`, `who`, `other` and `token`. @returns its time; Infinity when there is none. */
  take(): number
  nextAt(): number
  kind: number
  who: number
  other: number
  token: number
}

const FIRST_ROOM = 4096

export const createTimeEvents = (): TimeEvents => {
  let room = FIRST_ROOM
  let times = new Float64Array(room)
  /** The order in which they were added, of those at the same time. */
  let orders = new Float64Array(room)
  let slots = new Int32Array(room)
  let payload = new Int32Array(4 * room)
  const free: number[] = []
  let length = 0
  let used = 0
  let added = 0

  const grow = (): void => {
    room *= 2
    const wider = <A extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(old: A, made: A): A => {
      made.set(old)
      return made
    }
    times = wider(times, new Float64Array(room))
    orders = wider(orders, new Float64Array(room))
    slots = wider(slots, new Int32Array(room))
    payload = wider(payload, new Int32Array(4 * room))
  }

  const events: TimeEvents = {
    kind: 0,
    who: 0,
    other: 0,
    token: 0,
    nextAt: () => (length > 0 ? (times[0] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY),
    add(at, kind, who, other, token) {
      if (length === room) grow()
      const slot = free.pop() ?? used++
      payload[4 * slot] = kind
      payload[4 * slot + 1] = who
      payload[4 * slot + 2] = other
      payload[4 * slot + 3] = token
      added += 1
      let index = length++
      while (index > 0) {
        const parent = (index - 1) >> 1
        // At the same time, the parent was there before.
        if ((times[parent] as number) <= at) break
        times[index] = times[parent] as number
        orders[index] = orders[parent] as number
        slots[index] = slots[parent] as number
        index = parent
      }
      times[index] = at
      orders[index] = added
      slots[index] = slot
    },
    take() {
      if (length === 0) return Number.POSITIVE_INFINITY
      const at = times[0] as number
      const slot = slots[0] as number
      events.kind = payload[4 * slot] as number
      events.who = payload[4 * slot + 1] as number
      events.other = payload[4 * slot + 2] as number
      events.token = payload[4 * slot + 3] as number
      free.push(slot)
      length -= 1
      const time = times[length] as number
      const order = orders[length] as number
      const moved = slots[length] as number
      let index = 0
      for (;;) {
        let child = 2 * index + 1
        if (child >= length) break
        const right = child + 1
        if (right < length) {
          const later = (times[child] as number) - (times[right] as number)
          if (later > 0 || (later === 0 && (orders[child] as number) > (orders[right] as number))) child = right
        }
        const later = time - (times[child] as number)
        if (later < 0 || (later === 0 && order < (orders[child] as number))) break
        times[index] = times[child] as number
        orders[index] = orders[child] as number
        slots[index] = slots[child] as number
        index = child
      }
      times[index] = time
      orders[index] = order
      slots[index] = moved
      return at
    },
  }
  return events
}
