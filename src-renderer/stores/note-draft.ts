import type { ConversationId } from '#protocol'

/** A note's draft lies beside the reply's, under the negative number. */
export const noteDraftOf = (id: ConversationId): ConversationId => (0 - id) as ConversationId
