import type { VisitorId, VisitorPage, VisitorProfile } from '../protocol/index.ts'

export type VisitorStore = {
  /** Durable when resolved: the id will never be given to anyone else. */
  create(profile: Omit<VisitorProfile, 'id'>): Promise<VisitorId>
  profile(id: VisitorId): Promise<VisitorProfile | undefined>
  /** The page the visitor was last seen on. */
  moveTo(id: VisitorId, page: VisitorPage): Promise<void>
}
