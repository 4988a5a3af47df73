// A visitor's place in the queue for apps that ask for it: what a connected client is told, at this moment.
import { fail, ok, type Result } from '../../protocol/index.ts'
import type { VisitorPlace } from '../../protocol/http-schemas.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { HttpAllowances } from './http-allowances.ts'
import type { PlaceSigns } from './place-signs.ts'

/** `flood` for who asks more often than a connection may speak. */
export type HttpPlaces = (visitor: Extract<Identity, { kind: 'visitor' }>) => Result<VisitorPlace>

/** SPEC D7.24, D9.3. */
export const createHttpPlaces =
  (parts: { readonly places: Pick<PlaceSigns, 'of'>; readonly allowances: HttpAllowances }): HttpPlaces =>
  (visitor) =>
    parts.allowances.of(visitor).take() ? ok(parts.places.of(visitor.id)) : fail('flood')
