// What this agent inserts often and lately, remembered on this computer: it stands first when nothing was typed yet.
import type { ReplyId } from '#protocol'
import type { SimpleStorage } from '../memory-storage.ts'

export type ReplyHabits = {
  used(id: ReplyId): void
  /** 0 for never, rising to 20. */
  liking(id: ReplyId): number
}

/** A use counts half after this: a fortnight of shifts. */
const halfLifeMs = 14 * 24 * 3_600_000
/** What is used most of thousands. */
const mostRemembered = 200

type Habit = readonly [uses: number, at: number]

export function createReplyHabits(storage: SimpleStorage, key: string, now: () => number): ReplyHabits {
  const habits = new Map<number, Habit>(read(storage.getItem(key)))
  const usesNow = ([uses, at]: Habit): number => uses * 0.5 ** (Math.max(0, now() - at) / halfLifeMs)
  return {
    used: (id) => {
      const before = habits.get(id)
      habits.set(id, [(before ? usesNow(before) : 0) + 1, now()])
      if (habits.size > mostRemembered) {
        const [least] = [...habits].reduce((a, b) => (usesNow(b[1]) < usesNow(a[1]) && b[0] !== id ? b : a))
        habits.delete(least)
      }
      try {
        storage.setItem(key, JSON.stringify([...habits]))
      } catch {
        // Storage is full or forbidden: remembered as long as this window lives.
      }
    },
    liking: (id) => {
      const habit = habits.get(id)
      return habit ? 20 * (1 - 1 / (1 + usesNow(habit))) : 0
    },
  }
}

function read(stored: string | null): readonly (readonly [number, Habit])[] {
  try {
    const value: unknown = JSON.parse(stored ?? '[]')
    if (!Array.isArray(value)) return []
    return value.filter(isHabit).slice(0, mostRemembered)
  } catch {
    return []
  }
}

const isHabit = (value: unknown): value is readonly [number, Habit] =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  Array.isArray(value[1]) &&
  value[1].length === 2 &&
  value[1].every((part: unknown) => Number.isFinite(part))
