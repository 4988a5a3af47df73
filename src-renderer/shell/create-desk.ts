// Puts an open desk together: the session that logged in, and everything its screens share.
import type { Platform } from '../platform/platform.ts'
import { createAttachmentStore } from '../stores/attachment-store.ts'
import { createClosingStore } from '../stores/closing-store.ts'
import type { Desk } from '../stores/desk.ts'
import { createSignalHub } from '../stores/desk-signals.ts'
import { createDraftStore } from '../stores/draft-store.ts'
import { createEditStore } from '../stores/edit-store.ts'
import { createOfficeStore } from '../stores/office-store.ts'
import { createPagedLists } from '../stores/paged-lists.ts'
import { isAloneWindow, placeFromHash } from '../stores/place.ts'
import type { PreferencesStore } from '../stores/preferences-store.ts'
import { createMentionStore } from '../stores/mention-store.ts'
import { createReceiptTimes } from '../stores/receipt-times.ts'
import { createSearchStore } from '../stores/search-store.ts'
import { createReplyHabits } from '../stores/replies/reply-habits.ts'
import { createReplyStore } from '../stores/replies/reply-store.ts'
import { createSetAwayStore } from '../stores/set-away-store.ts'
import type { DeskSession } from '../stores/session-store.ts'
import { createViewsStore } from '../stores/views-store.ts'
import { createWhatIfStore } from '../stores/what-if-store.ts'
import { createWorkspaceStore } from '../stores/workspace-store.ts'
import { createBulkStore } from '../stores/bulk-store.ts'
import { createSelectionStore } from '../stores/selection-store.ts'
import { createBulkActions } from './bulk-actions.ts'
import { createDeskActions } from './desk-actions.ts'

export type DeskParts = {
  readonly session: DeskSession
  readonly platform: Platform
  readonly preferences: PreferencesStore
  readonly signOut: () => void
  readonly changePassword: Desk['changePassword']
  readonly leaveDesk: (() => void) | undefined
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => void window.setTimeout(resolve, ms))

export function createDesk(parts: DeskParts): Desk {
  const { session } = parts
  const workspace = createWorkspaceStore(placeFromHash(window.location.hash))
  const signals = createSignalHub(() => Date.now())
  const drafts = createDraftStore(
    window.localStorage,
    session.storageKey,
    () => Date.now(),
    (id) => session.client.state().conversations.get(id)?.summary.lastSeq ?? 0,
  )
  const selection = createSelectionStore()
  const bulk = createBulkStore()
  const { closing, ...actions } = createDeskActions({
    session,
    workspace,
    signals,
    popOut: parts.platform.popOut,
    makeClosing: (events) => createClosingStore(session.client, events),
  })
  return {
    ...parts,
    workspace,
    signals,
    drafts,
    edits: createEditStore(),
    mentions: createMentionStore(
      { client: session.client, me: session.self.id, ask: () => session.api.mentions() },
      window.localStorage,
      session.storageKey,
    ),
    receiptTimes: createReceiptTimes(session.client, () => Date.now()),
    attachments: createAttachmentStore(session.api, drafts),
    closing,
    setAway: createSetAwayStore(session.client, session.self.id, window.localStorage, session.storageKey),
    lists: createPagedLists(session.client),
    views: createViewsStore(session.api.deskSettings.views),
    office: createOfficeStore(session.api),
    whatIf: createWhatIfStore(),
    search: createSearchStore(session.api, {
      now: () => Date.now(),
      after: (ms, task) => {
        const timer = window.setTimeout(task, ms)
        return () => window.clearTimeout(timer)
      },
    }),
    replies: createReplyStore(session.api.replies, () => Date.now()),
    habits: createReplyHabits(window.localStorage, `${session.storageKey}:reply-habits`, () => Date.now()),
    selection,
    bulk,
    isAlone: isAloneWindow(window.location.search),
    actions: { ...actions, ...createBulkActions({ session, signals, closing, bulk, selection, wait }) },
  }
}
