// Quick replies of the desk over HTTP: what changed since a cursor, and changes that name the version they are of.
import type { ReplyId } from '#protocol'
import type {
  NewQuickReply,
  QuickReplyPage,
  QuickReplyRow,
  QuickReplyWish,
  ReplyImported,
} from '#protocol/reply-schemas.ts'
import type { ApiResult, CallDesk } from './api-result.ts'

export type RepliesApi = {
  /** Empty cursor: from the beginning. */
  changes(after: string): Promise<ApiResult<QuickReplyPage>>
  add(reply: NewQuickReply): Promise<ApiResult<QuickReplyRow>>
  change(id: ReplyId, version: string, wish: QuickReplyWish): Promise<ApiResult<QuickReplyRow>>
  remove(id: ReplyId, version: string): Promise<ApiResult<unknown>>
  /** At most limits.maxRepliesPerImport at a time. */
  import(replies: readonly NewQuickReply[]): Promise<ApiResult<ReplyImported>>
}

const path = '/quick-replies'

export const createRepliesApi = (call: CallDesk): RepliesApi => ({
  changes: (after) => call('GET', after === '' ? path : `${path}?after=${encodeURIComponent(after)}`),
  add: (reply) => call('POST', path, reply),
  change: (id, version, wish) => call('PUT', `${path}/${id}`, wish, version),
  remove: (id, version) => call('DELETE', `${path}/${id}`, undefined, version),
  import: (replies) => call('POST', `${path}/import`, { replies }),
})
