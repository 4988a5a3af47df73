// A block of a visitor or of an address as the journal keeps it: one setting each, null when it was taken back. Who is blocked now is
// app/gateway's; an address stands here only as a keyed hash, with as much of its network as tells one from another.
import { limits, type AgentId, type EpochMs, type VisitorId } from '../../protocol/index.ts'

export const BLOCKS = 'block.'

export type StoredBlock = {
  readonly by: AgentId
  readonly at: EpochMs
  /** Null: until it is taken back. */
  readonly until: EpochMs | null
  readonly reason: string
  /** Empty for a visitor's. */
  readonly network: string
}

/** Of the journal's setting. */
export const visitorBlockKey = (visitor: VisitorId): string => `${BLOCKS}visitor.${visitor}`
/** @param hash of an address, never the address. */
export const addressBlockKey = (hash: string): string => `${BLOCKS}address.${hash}`

const VISITOR = /^block\.visitor\.([1-9]\d{0,15})$/

export const isBlockKey = (key: string): boolean => key.startsWith(BLOCKS)

/** @returns 0 for an address's, and for what is no block at all. */
export const visitorOfBlock = (key: string): VisitorId => Number(VISITOR.exec(key)?.[1] ?? 0) as VisitorId

/** By hand: a start reads it, and must not wait for a compiled schema. @returns undefined for what is none. */
export const readBlock = (stored: unknown): StoredBlock | undefined => {
  if (typeof stored !== 'object' || stored === null) return undefined
  const { by, at, until, reason, network } = stored as Record<string, unknown>
  if (typeof by !== 'number' || typeof at !== 'number') return undefined
  if (typeof reason !== 'string' || typeof network !== 'string') return undefined
  if (until !== null && typeof until !== 'number') return undefined
  return { by: by as AgentId, at: at as EpochMs, until: until as EpochMs | null, reason, network }
}

export const isInForce = ({ until }: StoredBlock, now: EpochMs): boolean => until === null || now < until

/**
 * Who does not lead blocks visitors, never addresses, for `maxAgentBlockMs` at most, and changes or takes back only their own. SPEC D10.25.
 * @param before what is stored now, @param after null to take it back
 */
export const mayBlockWithoutLeading = (
  key: string,
  before: unknown,
  after: unknown,
  agent: AgentId,
  now: EpochMs,
): boolean => {
  if (visitorOfBlock(key) === 0) return false
  const standing = readBlock(before)
  if (standing && isInForce(standing, now) && standing.by !== agent) return false
  if (after === null) return true
  const next = readBlock(after)
  return next !== undefined && next.by === agent && next.until !== null && next.until - now <= limits.maxAgentBlockMs
}
