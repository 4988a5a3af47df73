// The pages that a visitor saw, as colleagues are told. Clients: types only.
import { Type, type Static } from 'typebox'
import { limits } from './limits.ts'

/** GET /visitors/:id/trail: newest first. */
export const VisitorTrail = Type.Object({
  pages: Type.Array(
    Type.Object({
      at: Type.Integer({ minimum: 0 }),
      url: Type.String(),
      title: Type.String(),
      /** Of another site; else empty. */
      referrer: Type.String(),
    }),
    { maxItems: limits.maxTrailPages },
  ),
})
export type VisitorTrail = Static<typeof VisitorTrail>
