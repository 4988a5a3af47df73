// Tells everybody who is connected what is announced: one frame for all, a slice of them at a time, and that it ends when it ends.
// Whoever is not told now, because they come later or do not keep up, is told by their next `live`.
import { encodeServerFrame, limits, type Announcement } from '../../protocol/index.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import { ANNOUNCEMENT_KEY, isOver, readAnnouncement } from '../../core/settings/announcement.ts'
import type { Cancel, Clock } from '../../ports/clock.ts'
import type { CommittedEntry, StoredSetting } from '../../ports/journal.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { GatewayMember } from './gateway-member.ts'

export type Announcer = {
  /** What holds now. */
  readonly current: Announcement | null
  load(stored: readonly StoredSetting[]): void
  apply(committed: CommittedEntry): void
  stop(): void
}

/** SPEC D4.10, D9.27. */
export const createAnnouncer = (parts: {
  readonly audience: Audience<GatewayMember>
  readonly clock: Clock
  readonly metrics: Metrics
}): Announcer => {
  const { audience, clock, metrics } = parts
  let current: Announcement | null = null
  let cancelEnd: Cancel | undefined
  let cancelSlice: Cancel | undefined

  /** What is announced while this one is still being told takes its place: nobody is told two in the wrong order. */
  const tellAll = (): void => {
    cancelSlice?.()
    const bytes = encodeServerFrame({ type: 'announcement', announcement: current })
    // Who joins meanwhile is told by `live`, and once more when the iterator comes to them.
    const members = audience.everyone()[Symbol.iterator]()
    const tellSlice = (): void => {
      let told = 0
      for (; told < limits.announcementSlice; told += 1) {
        const next = members.next()
        if (next.done) break
        next.value.feed({ type: 'announced', bytes })
      }
      metrics.count('announcements_told_total', {}, told)
      cancelSlice = told === limits.announcementSlice ? clock.after(0, tellSlice) : undefined
    }
    tellSlice()
  }

  const hold = (announcement: Announcement | null): void => {
    cancelEnd?.()
    cancelEnd = undefined
    const now = clock.now()
    current = announcement && !isOver(announcement, now) ? announcement : null
    if (!current) return
    const leftMs = Math.min(current.until - now, limits.announcementCheckMs)
    cancelEnd = clock.after(leftMs, () => {
      hold(current)
      if (!current) tellAll()
    })
  }

  return {
    get current() {
      return current
    },
    load(stored) {
      const found = stored.find(({ key }) => key === ANNOUNCEMENT_KEY)
      hold(readAnnouncement(found?.value))
    },
    apply({ entry }) {
      if (entry.kind !== 'setting.changed' || entry.body.key !== ANNOUNCEMENT_KEY) return
      const before = current
      hold(readAnnouncement(entry.body.after))
      if (before || current) tellAll()
    },
    stop() {
      cancelEnd?.()
      cancelSlice?.()
    },
  }
}
