// Everything the screen may reach: one object, made in boot/ (or by the states page with a fake client).
import type { EpochMs } from '#protocol'
import type { Cancel } from '#client/environment.ts'
import type { WidgetOptions } from '../boot/widget-options.ts'
import type { DraftKeeper } from '../compose/draft.ts'
import type { UploadList } from '../compose/upload-list.ts'
import type { AgentNames } from '../conversation/agent-names.ts'
import type { Locale } from '../i18n/locale.ts'
import type { ReadableStore, Store } from '../visitor/store.ts'
import type { VisitorClient } from '../visitor/visitor-client.ts'

export type Scheme = 'light' | 'dark'

export type Widget = {
  readonly options: WidgetOptions
  /** Of the script's tag, for what the widget adds to the page. */
  readonly nonce: string | undefined
  readonly client: VisitorClient
  readonly uploads: UploadList
  readonly drafts: DraftKeeper
  readonly locale: ReadableStore<Locale>
  readonly scheme: ReadableStore<Scheme>
  readonly isOpen: ReadableStore<boolean>
  readonly isSoundOn: Store<boolean>
  /** Which announcement the visitor has put away: when it was made. */
  readonly readAnnouncement: Store<string | undefined>
  /** What the visitor is about to say of a closed conversation. */
  readonly ratingDraft: Store<string | undefined>
  /** Of the identity, once the desk has made it. */
  readonly token: () => string | undefined
  readonly agentNames: ReadableStore<AgentNames>
  /** The desk's own name, as soon as it is known. */
  readonly deskName: ReadableStore<string | undefined>
  /** There was an identity before this page: a history is to be expected. */
  readonly isKnown: () => boolean
  readonly now: () => EpochMs
  readonly after: (delayMs: number, task: () => void) => Cancel
  /** `byHand`: the visitor did it, so the focus may follow. */
  readonly open: (byHand: boolean) => void
  readonly close: () => void
  /** Whether the panel that is open now was opened by hand. */
  readonly mayFocus: () => boolean
}
