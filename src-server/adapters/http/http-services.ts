// What the routes ask of the application. Filled in by app/http/create-http-side.ts; the routes know no other part of it.
import type { ResponseTargets, ResponseTargetsRow } from '../../protocol/targets-schemas.ts'
import type { SavedViews, SavedViewsPage, SavedViewsRow } from '../../protocol/view-schemas.ts'
import type {
  Agent,
  AgentChange,
  LoggedIn,
  MessageAck,
  Login,
  NewAgent,
  NewVisitor,
  OwnChange,
  OwnChanged,
  Setup,
  VisitorIdentity,
  VisitorPlace,
} from '../../protocol/http-schemas.ts'
import type { Block, BlockPage, NewAddressBlock, NewVisitorBlock, VisitorBlocks } from '../../protocol/block-schemas.ts'
import type { Saying } from '../../ports/command.ts'
import type { AnnouncementRow, AnnouncementWish } from '../../protocol/announcement-schemas.ts'
import type {
  AgentSkills,
  General,
  GeneralRow,
  Group,
  GroupWish,
  Intent,
  IntentWish,
  SkillsRow,
  TagRule,
  TagRuleWish,
} from '../../protocol/routing-schemas.ts'
import type {
  NewQuickReply,
  QuickReplyPage,
  QuickReplyRow,
  QuickReplyWish,
  ReplyImported,
} from '../../protocol/reply-schemas.ts'
import type {
  AgentId,
  AgentSession,
  Cid,
  ConversationId,
  EpochMs,
  Failure,
  FileKey,
  FileRef,
  Offset,
  Ok,
  ReplyId,
  SeenPage,
  Seq,
  SessionId,
  VisitorId,
} from '../../protocol/index.ts'
import type { SettingFault } from '../../core/settings/setting-fault.ts'
import type { AgentIdentity, Authenticator, Identity } from '../../ports/authenticator.ts'
import type { StoredFileRecord } from '../../ports/file-store.ts'
import type { DecisionList } from '../../protocol/decision-schemas.ts'
import type { WhatIfQuestion, WhatIfReport } from '../../protocol/what-if-schemas.ts'
import type { NowAnswer } from '../../protocol/now-schemas.ts'
import type { IntentState } from '../../ports/intent-classifier.ts'
import type { Journal } from '../../ports/journal.ts'
import type { SearchQuery } from '../../ports/message-search.ts'
import type { Invitation, Paired, PairingProof, PairingStart, PairingStarted } from '../../protocol/pairing-schemas.ts'
import type { SearchPage } from '../../protocol/search-schemas.ts'

/** A coded refusal that may say when to try again, rather than the usual wait of its code. */
export type Refusal = Failure & {
  readonly retryAfterMs?: number
  /** All that was wrong with a setting; `code` is the first of it. */
  readonly faults?: readonly SettingFault[]
}
export type Answer<T> = Ok<T> | Refusal

/** Where a request comes from. */
export type Caller = {
  /** Behind trusted proxies; shown in the list of sessions. */
  readonly address: string
  /** What limits count by: the address, or an IPv6 customer's network. */
  readonly rateKey: string
  readonly userAgent: string
  /** BCP 47, from Accept-Language. */
  readonly locale: string
}

export type SignIn = {
  needsSetup(): Promise<boolean>
  setup(input: Setup, caller: Caller): Promise<Answer<LoggedIn>>
  login(input: Login, caller: Caller): Promise<Answer<LoggedIn>>
}

export type AgentSessions = {
  list(agent: AgentIdentity): Promise<readonly AgentSession[]>
  end(agent: AgentIdentity, session: SessionId): Promise<Answer<void>>
}

export type AgentAccounts = {
  list(): Promise<readonly Agent[]>
  create(actor: AgentIdentity, input: NewAgent): Promise<Answer<Agent>>
  change(actor: AgentIdentity, agent: AgentId, change: AgentChange): Promise<Answer<Agent>>
  changeOwn(actor: AgentIdentity, change: OwnChange, caller: Caller): Promise<Answer<OwnChanged>>
}

export type Visitors = {
  /** Newest last; undefined when there is no such visitor. */
  trail(id: VisitorId, now: EpochMs): Promise<readonly SeenPage[] | undefined>
  create(input: NewVisitor, caller: Caller): Promise<Answer<VisitorIdentity>>
}

/** The send of the WebSocket, over HTTP: same path, same cid, same result (D2, D5). */
export type Messages = {
  send(
    author: Identity,
    saying: Saying,
  ): Promise<
    Answer<{
      readonly cid: Cid
      readonly conversation: ConversationId
      readonly offset: Offset
      readonly seq: Seq
      readonly at: EpochMs
    }>
  >
}

/** The `place` of the WebSocket, for who asks. */
/** What a visitor thinks of a closed conversation. SPEC D2.10. */
export type Rate = (
  visitor: Extract<Identity, { kind: 'visitor' }>,
  rating: {
    readonly cid: string
    readonly conversation: ConversationId
    readonly score: number
    readonly comment: string
  },
) => Promise<Answer<MessageAck>>

export type PlaceOf = (visitor: Extract<Identity, { kind: 'visitor' }>) => Answer<VisitorPlace>

export type Upload = {
  readonly name: string
  /** From Content-Length; undefined when the client did not say. */
  readonly announcedBytes: number | undefined
  readonly content: AsyncIterable<Uint8Array>
}

export type Files = {
  upload(owner: Identity, upload: Upload): Promise<Answer<FileRef>>
  find(key: FileKey): Promise<StoredFileRecord | undefined>
  /** Where the bytes lie; undefined for a key that is none. */
  pathOf(key: FileKey, part: 'file' | 'thumb'): string
}

/** With the version that a change of it has to name (If-Match). */
export type Seen<Value> = Value & { readonly version: string }

/** Groups, tag rules or intents. `version` undefined = the caller did not say which one they saw. */
export type SettingCollection<Item extends { readonly id: number }, Wish> = {
  list(): Promise<readonly Seen<Item>[]>
  add(actor: AgentIdentity, wish: Wish): Promise<Answer<Seen<Item>>>
  change(actor: AgentIdentity, id: number, version: string | undefined, wish: Wish): Promise<Answer<Seen<Item>>>
  remove(actor: AgentIdentity, id: number, version: string | undefined): Promise<Answer<void>>
}

/** What an office set about who answers whom. */
export type RoutingSettings = {
  readonly groups: SettingCollection<Group, GroupWish>
  readonly tagRules: SettingCollection<TagRule, TagRuleWish>
  readonly intents: SettingCollection<Intent, IntentWish>
  readonly skills: {
    list(): Promise<readonly SkillsRow[]>
    change(
      actor: AgentIdentity,
      agent: AgentId,
      version: string | undefined,
      skills: AgentSkills,
    ): Promise<Answer<SkillsRow>>
    remove(actor: AgentIdentity, agent: AgentId, version: string | undefined): Promise<Answer<void>>
  }
  readonly general: {
    read(): Promise<GeneralRow>
    change(actor: AgentIdentity, version: string | undefined, general: General): Promise<Answer<GeneralRow>>
  }
}

/** SPEC D10.21, D10.22. */
export type DeskSettings = {
  readonly targets: {
    read(): Promise<ResponseTargetsRow>
    change(
      actor: AgentIdentity,
      version: string | undefined,
      targets: ResponseTargets,
    ): Promise<Answer<ResponseTargetsRow>>
  }
  readonly views: {
    read(agent: AgentIdentity): Promise<SavedViewsPage>
    changeOwn(actor: AgentIdentity, version: string | undefined, views: SavedViews): Promise<Answer<SavedViewsRow>>
    changeShared(actor: AgentIdentity, version: string | undefined, views: SavedViews): Promise<Answer<SavedViewsRow>>
  }
}

/** SPEC D10.20. */
export type QuickReplies = {
  /** What changed for this agent since a cursor; all of it, in pages, when the cursor is of no use. */
  list(agent: AgentIdentity, after: string): Promise<QuickReplyPage>
  add(actor: AgentIdentity, wish: NewQuickReply): Promise<Answer<QuickReplyRow>>
  /** Each is judged alone. */
  import(actor: AgentIdentity, wishes: readonly NewQuickReply[]): Promise<Answer<ReplyImported>>
  change(
    actor: AgentIdentity,
    id: ReplyId,
    version: string | undefined,
    wish: QuickReplyWish,
  ): Promise<Answer<QuickReplyRow>>
  remove(actor: AgentIdentity, id: ReplyId, version: string | undefined): Promise<Answer<void>>
}

/** What everybody who is connected is told (D4.10). */
export type Announcements = {
  read(author: Identity): Answer<AnnouncementRow>
  announce(actor: AgentIdentity, version: string | undefined, wish: AnnouncementWish): Promise<Answer<AnnouncementRow>>
  withdraw(actor: AgentIdentity, version: string | undefined): Promise<Answer<void>>
}

/** SPEC D10.23 to D10.25. */
export type VisitorBlocksDesk = {
  of(reader: AgentIdentity, visitor: VisitorId): Promise<VisitorBlocks>
  blockVisitor(actor: AgentIdentity, visitor: VisitorId, block: NewVisitorBlock): Promise<Answer<VisitorBlocks>>
  blockAddress(actor: AgentIdentity, block: NewAddressBlock): Promise<Answer<Block>>
  unblock(actor: AgentIdentity, key: string): Promise<Answer<void>>
  page(skip: number): Promise<BlockPage>
}

/** Whom the desk hears no more. */
export type Doorkeeper = {
  refuses(visitor: VisitorId, address: string): boolean
  /** Whoever is no visitor yet. */
  refusesAddress(address: string): boolean
}

/** Leaders ask of every conversation, agents of those they have. */
export type RoutingDecisions = {
  of(agent: AgentIdentity, conversation: ConversationId): Promise<Answer<DecisionList>>
}

/** SPEC D8.7. */
export type WhatIf = {
  /** `gone`: nobody waits for the answer any more. */
  run(question: WhatIfQuestion, gone: AbortSignal): Promise<Answer<WhatIfReport>>
  cancel(): void
}

/** SPEC D3.5, D3.6. Finds what the agent may read. */
export type SearchDesk = {
  /** `gone`: nobody waits for the answer any more. */
  page(agent: AgentIdentity, query: SearchQuery, gone: AbortSignal): Promise<Answer<SearchPage>>
}

/** SPEC D9.30 to D9.32. */
export type PairingDesk = {
  /** Of the socket with TLS and the desk's own key; null without one. */
  readonly port: number | null
  state(): Invitation
  invite(): Answer<Invitation>
  withdraw(): void
  start(start: PairingStart): Answer<PairingStarted>
  prove(proof: PairingProof): Answer<Paired>
}

export type Readiness = 'starting' | 'ready' | 'stopping' | 'storage_failing'

export type HttpServices = {
  readonly authenticator: Authenticator
  readonly signIn: SignIn
  readonly sessions: AgentSessions
  readonly agents: AgentAccounts
  readonly visitors: Visitors
  readonly messages: Messages
  readonly place: PlaceOf
  readonly rate: Rate
  readonly files: Files
  readonly journal: Journal
  readonly routing: RoutingSettings
  readonly replies: QuickReplies
  readonly announcements: Announcements
  readonly blocks: VisitorBlocksDesk
  readonly door: Doorkeeper
  readonly deskSettings: DeskSettings
  readonly decisions: RoutingDecisions
  readonly whatIf: WhatIf
  readonly search: SearchDesk
  /** SPEC D8.10. */
  readonly now: () => Promise<NowAnswer>
  readonly pairing: PairingDesk
  readonly readiness: () => Readiness
  readonly intents: () => IntentState
  /** Prometheus text. */
  readonly metricsText: () => Promise<string>
}
