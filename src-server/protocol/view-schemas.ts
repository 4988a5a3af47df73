// Views of the inbox that somebody saved: a place with its filter and order, under a name. Everybody keeps their own, those who lead keep some
// for all. One journal setting each, `views.<agent>`, 0 for all. Clients: types only.
import { Type, type Static } from 'typebox'
import { limits } from './limits.ts'

const SavedView = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: limits.maxNameLength }),
    /** As it stands in the desk's address: a view, with its filter and order behind a question mark. Clients read what they understand. */
    address: Type.String({ pattern: '^[a-z]{1,20}(\\?.*)?$', maxLength: limits.maxViewAddressLength }),
  },
  { additionalProperties: false },
)
export type SavedView = Static<typeof SavedView>

/** In the order in which they are shown. */
export const SavedViews = Type.Object(
  { views: Type.Array(SavedView, { maxItems: limits.maxSavedViews }) },
  { additionalProperties: false },
)
export type SavedViews = Static<typeof SavedViews>

/** "0" = nothing is stored. */
export const SavedViewsRow = Type.Object({ version: Type.String({ maxLength: 32 }), views: Type.Array(SavedView) })
export type SavedViewsRow = Static<typeof SavedViewsRow>
/** GET /saved-views */
export const SavedViewsPage = Type.Object({ own: SavedViewsRow, shared: SavedViewsRow })
export type SavedViewsPage = Static<typeof SavedViewsPage>
