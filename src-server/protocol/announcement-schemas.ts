// What leaders may announce to everybody who is connected. One at a time: journal setting `announcement`, null when withdrawn.
// Shapes and bounds of length; whether it has words and ends in time is core/settings. Clients: types only.
import { Type, type Static } from 'typebox'
import type { EpochMs } from './ids.ts'
import { limits } from './limits.ts'

const time = Type.Unsafe<EpochMs>(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }))
const text = Type.String({ maxLength: limits.maxAnnouncementLength })

const wish = { zh: text, en: text, until: time }
/** PUT /announcement. Whoever reads the other language is shown the one there is. */
export const AnnouncementWish = Type.Object(wish, { additionalProperties: false })
export type AnnouncementWish = Static<typeof AnnouncementWish>

/** GET /announcement: what holds now; null when nothing does. */
export const AnnouncementRow = Type.Object({
  /** For If-Match. */
  version: Type.String({ maxLength: 32 }),
  announcement: Type.Union([Type.Object({ ...wish, at: time }), Type.Null()]),
})
export type AnnouncementRow = Static<typeof AnnouncementRow>
