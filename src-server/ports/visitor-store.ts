import type { EpochMs, SeenPage, VisitorId, VisitorPage, VisitorProfile } from '../protocol/index.ts'

export type VisitorStore = {
  /** Durable when resolved: the id will never be given to anyone else. */
  create(profile: Omit<VisitorProfile, 'id'>): Promise<VisitorId>
  profile(id: VisitorId): Promise<VisitorProfile | undefined>
  /** The page the visitor was last seen on, and a step of their trail (D4.12). */
  moveTo(id: VisitorId, page: VisitorPage, at: EpochMs): Promise<void>
  /** Newest last, of the last limits.trailMemoryMs. */
  trail(id: VisitorId, now: EpochMs): Promise<readonly SeenPage[]>
}
