// A dialect that notes when each member is told an announcement. Read by place: ten thousand frames in a moment must not be
// what is measured.
import { serverFrameTable } from '#protocol/frame-tables.ts'
import type { Dialect } from '../dialect.ts'

const ANNOUNCEMENT = serverFrameTable.announcement.id

export type Telling = {
  /** How many have been told since the last call of `begin`. */
  readonly told: number
  /** When the last one of them was. */
  readonly lastAtMs: number
  /** From now on nobody has been told yet. */
  begin(): void
}

export const createHearing = (members: number): { readonly telling: Telling; hears(dialect: Dialect): Dialect } => {
  let round = 0
  let told = 0
  let lastAtMs = 0
  const toldIn = new Uint8Array(members)
  return {
    telling: {
      get told() {
        return told
      },
      get lastAtMs() {
        return lastAtMs
      },
      begin() {
        round += 1
        told = 0
      },
    },
    hears: (dialect) => ({
      ...dialect,
      answer(bytes, start, member) {
        if (bytes[start + 1] !== ANNOUNCEMENT) return dialect.answer(bytes, start, member)
        lastAtMs = performance.now()
        if (toldIn[member] !== round) told += 1
        toldIn[member] = round
        return undefined
      },
    }),
  }
}
