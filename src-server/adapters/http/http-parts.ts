// What the HTTP side is made of, given by app/http/create-http-side.ts.
import type { Clock } from '../../ports/clock.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { AddressOf } from './client-address.ts'
import type { HttpServices } from './http-services.ts'
import type { OriginPolicy } from './origin-policy.ts'
import type { PageRoots } from './page-roots.ts'

export type HttpParts = {
  readonly services: HttpServices
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  readonly addressOf: AddressOf
  readonly origins: OriginPolicy
  readonly version: string
  readonly pages: PageRoots
  /** Aborted when the server stops: long polls end with what they have. */
  readonly stopping: AbortSignal
}
