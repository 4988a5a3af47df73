// Announcements over REST: read by everybody who has a token, made and withdrawn by those who lead.
import { fail, limits, ok } from '../../protocol/index.ts'
import type { Announcements } from '../../adapters/http/http-services.ts'
import {
  ANNOUNCEMENT_KEY,
  checkAnnouncement,
  isOver,
  isSameAnnouncement,
  makeAnnouncement,
  readAnnouncement,
} from '../../core/settings/announcement.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import { RateWindow } from '../accounts/rate-window.ts'
import type { Gateway } from '../gateway/gateway.ts'
import { createTurns, refused, storeSlot } from './setting-slot.ts'
import { NO_VERSION, versionOf } from './stored-values.ts'

const MINUTE_MS = 60_000
/** The office has one allowance, whoever of its leaders announces. */
const OFFICE = 'office'

/** SPEC D4.10, D9.27. */
export const createAnnouncements = (parts: {
  readonly journal: Pick<Journal, 'settings' | 'commit'>
  readonly clock: Clock
  readonly announced: Gateway['announced']
}): Announcements => {
  const { journal, clock, announced } = parts
  const turns = createTurns()
  const now = () => clock.now()
  const pace = new RateWindow({ limit: limits.announcementsPerMinute, windowMs: MINUTE_MS, maxKeys: 1 }, now)

  const storedValue = async (): Promise<unknown> =>
    (await journal.settings(ANNOUNCEMENT_KEY)).find(({ key }) => key === ANNOUNCEMENT_KEY)?.value ?? null

  return {
    read(author) {
      const current = announced(author)
      return current.ok ? ok({ version: versionOf(current.value), announcement: current.value }) : current
    },
    announce: (actor, version, wish) =>
      turns(async () => {
        const stored = await storedValue()
        const before = readAnnouncement(stored)
        const value = makeAnnouncement(wish, before, now())
        const refusal = refused(checkAnnouncement(value, now()))
        if (refusal) return refusal
        // The answer to the first try was lost: the same words are no news.
        if (before && isSameAnnouncement(before, value)) return ok({ version: versionOf(before), announcement: before })
        const retryAfterMs = pace.waitMs(OFFICE)
        if (retryAfterMs > 0) return { ...fail('too_many_requests'), retryAfterMs }
        // What is over counts as not there, for whoever reads and for whoever makes the next one.
        const isFree = version === NO_VERSION && before !== null && isOver(before, now())
        const seen = isFree ? versionOf(stored) : version
        const done = await storeSlot(journal, { actor, key: ANNOUNCEMENT_KEY, stored, version: seen, value })
        if (!done.ok) return done
        pace.add(OFFICE)
        return ok({ version: versionOf(value), announcement: value })
      }),
    withdraw: (actor, version) =>
      turns(async () =>
        storeSlot(journal, { actor, key: ANNOUNCEMENT_KEY, stored: await storedValue(), version, value: null }),
      ),
  }
}
