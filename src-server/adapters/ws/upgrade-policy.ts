// What becomes of a request to open a WebSocket: pure, from the request's headers and how full the house is.
import { limits, SUBPROTOCOL, type ErrorCode } from '../../protocol/index.ts'

export type UpgradeRequest = {
  readonly path: string
  /** Host header: the address under which the page reached us. */
  readonly host: string
  readonly origin: string | undefined
  readonly subprotocols: readonly string[]
}

export type Occupancy = {
  readonly isClosing: boolean
  readonly connections: number
  readonly maxConnections: number
  readonly ungreeted: number
  readonly ofAddress: number
  /** Sockets that are being told why they cannot stay. */
  readonly refusals: number
}

export type UpgradeVerdict =
  | { readonly kind: 'accept' }
  /** Open it only to say why not: browsers tell a page nothing of an HTTP refusal. */
  | { readonly kind: 'tell'; readonly code: ErrorCode; readonly retryAfterMs: number }
  /** Answer the HTTP request, at the least cost. */
  | { readonly kind: 'refuse'; readonly status: 404 | 429 | 503; readonly reason: string }

/** Pages that may open connections. An empty list allows every page; programs without an origin are always allowed. */
export type OriginPolicy = {
  /** The shop's pages with the widget. */
  readonly allowed: readonly string[]
  /** The desk's own address behind a proxy, and the desktop app's. */
  readonly own: readonly string[]
}

const hostOf = (origin: string): string => (URL.canParse(origin) ? new URL(origin).host : '')

/** SPEC D10.7. Tokens travel in frames, not in cookies: the check keeps foreign sites from using an office's desk. */
export const isOriginAllowed = (
  policy: OriginPolicy,
  { origin, host }: Pick<UpgradeRequest, 'origin' | 'host'>,
): boolean =>
  origin === undefined ||
  policy.allowed.length === 0 ||
  policy.allowed.includes(origin) ||
  policy.own.includes(origin) ||
  (host !== '' && hostOf(origin) === host)

/** SPEC D9.9, D9.10, D10.6, D10.7. */
export const judgeUpgrade = (request: UpgradeRequest, house: Occupancy, origins: OriginPolicy): UpgradeVerdict => {
  if (request.path !== '/ws') return { kind: 'refuse', status: 404, reason: 'not_found' }
  if (house.isClosing) return { kind: 'refuse', status: 503, reason: 'server_stopping' }
  if (house.refusals >= limits.maxRefusalsAtOnce) return { kind: 'refuse', status: 503, reason: 'server_full' }
  if (house.ofAddress >= limits.maxConnectionsPerAddress) return { kind: 'refuse', status: 429, reason: 'address_full' }
  if (house.ungreeted >= limits.maxUnauthenticatedConnections)
    return { kind: 'refuse', status: 503, reason: 'too_many_ungreeted' }
  if (house.connections >= house.maxConnections)
    return { kind: 'tell', code: 'server_full', retryAfterMs: limits.fullRetryAfterMs }
  if (!isOriginAllowed(origins, request)) return { kind: 'tell', code: 'origin_forbidden', retryAfterMs: 0 }
  if (!request.subprotocols.includes(SUBPROTOCOL)) return { kind: 'tell', code: 'version_unsupported', retryAfterMs: 0 }
  return { kind: 'accept' }
}
