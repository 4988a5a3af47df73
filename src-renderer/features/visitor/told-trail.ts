// What a trail tells: the page now, since when, the pages before, and which site the visitor came from.
import type { VisitorPage } from '#protocol'
import type { VisitorTrail } from '#protocol/trail-schemas.ts'

export type TrailPage = VisitorTrail['pages'][number]

export type ToldTrail = {
  readonly page: VisitorPage
  /** 0 while it is not known. */
  readonly since: number
  /** Newest first. */
  readonly before: readonly TrailPage[]
  /** Of another site; empty when they came by themselves, or it is not known any more. */
  readonly referrer: string
}

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

/** @param pages newest first; may not know the newest page yet, which is told a moment before it is stored */
export function tellTrail(page: VisitorPage, pages: readonly TrailPage[]): ToldTrail {
  const newest = pages[0]
  const isThere = newest?.url === page.url
  const own = hostOf(page.referrer) === hostOf(page.url) ? '' : page.referrer
  return {
    page,
    since: isThere ? newest.at : 0,
    before: isThere ? pages.slice(1) : pages,
    referrer: pages.find(({ referrer }) => referrer !== '')?.referrer ?? own,
  }
}
