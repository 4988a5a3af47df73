// The pages that a visitor saw, as they are kept: the newest few, of this month. Pure; stores fold by it, each in its own table.
import { limits, type EpochMs, type SeenPage, type VisitorPage } from '../../protocol/index.ts'

const hostOf = (url: string): string => /^https?:\/\/([^/]*)/.exec(url)?.[1] ?? ''

/** A referrer of the same site says where somebody was a moment ago, which the trail says itself. */
const referrerFrom = ({ url, referrer }: VisitorPage): string => (hostOf(referrer) === hostOf(url) ? '' : referrer)

/** @param trail newest last. The same page again is no step: its title may have come late, and a connection comes again. */
export const stepTrail = (trail: readonly SeenPage[], page: VisitorPage, at: EpochMs): readonly SeenPage[] => {
  const { url, title } = page
  const kept = recentTrail(trail, at)
  if (url === '') return kept
  const last = kept.at(-1)
  if (last?.url === url) return [...kept.slice(0, -1), { ...last, title }]
  return [...kept, { at, url, title, referrer: referrerFrom(page) }].slice(-limits.maxTrailPages)
}

export const recentTrail = (trail: readonly SeenPage[], now: EpochMs): readonly SeenPage[] =>
  trail.filter(({ at }) => now - at < limits.trailMemoryMs)
