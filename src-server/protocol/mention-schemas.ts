// The notes that call a colleague, as they are shown to that colleague. Clients: types only.
import { Type, type Static } from 'typebox'
import { limits } from './limits.ts'

const id = Type.Integer({ minimum: 1 })

/** GET /mentions: newest first, as they read now; none that was recalled. */
export const MentionList = Type.Object({
  mentions: Type.Array(
    Type.Object({
      offset: id,
      at: Type.Integer({ minimum: 0 }),
      conversation: id,
      seq: id,
      /** Who wrote it. */
      by: id,
      text: Type.String(),
      /** The visitor of the conversation; their name may be empty. */
      visitor: Type.Object({ id, name: Type.String() }),
    }),
    { maxItems: limits.mentionsShown },
  ),
})
export type MentionList = Static<typeof MentionList>
export type MentionRow = MentionList['mentions'][number]
