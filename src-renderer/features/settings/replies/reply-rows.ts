// The quick replies as a dialog of settings sees them: a list, and changes that name a version.
import { ok } from '#protocol'
import type { QuickReplyWish } from '#protocol/reply-schemas.ts'
import type { RepliesApi } from '../../../platform/replies-api.ts'
import type { SettingRows } from '../../../platform/routing-api.ts'
import type { Reply } from '../../../stores/replies/reply-search.ts'
import type { ReplyStore } from '../../../stores/replies/reply-store.ts'

export const rowsOf = (api: RepliesApi, store: ReplyStore, shared: boolean): SettingRows<Reply, QuickReplyWish> => ({
  list: async () => {
    await store.reload()
    const { code, prepared } = store.getState()
    return code === undefined ? ok(prepared.map(({ reply }) => reply)) : { ok: false, code }
  },
  add: (wish) => api.add({ shared, ...wish }),
  change: (id, version, wish) => api.change(id as Reply['id'], version, wish),
  remove: (id, version) => api.remove(id as Reply['id'], version),
})

/** The same title again, with a number that none of its owner's has. */
export function titleForCopy(title: string, taken: ReadonlySet<string>, named: (number: number) => string): string {
  if (!taken.has(title)) return title
  for (let number = 2; ; number += 1) if (!taken.has(named(number))) return named(number)
}
