// Everything an open desk's screens share, and the hooks that read it. The client's state is the source of truth: it is
// selected from, never copied.
import type { AgentView, ClientState, ConversationView } from '#client/client-state.ts'
import type { AgentId, ConversationId, ConversationSummary, Role } from '#protocol'
import { createContext, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand/react'
import type { Platform } from '../platform/platform.ts'
import type { AttachmentStore } from './attachment-store.ts'
import type { ClosingStore } from './closing-store.ts'
import type { BulkActions, DeskActions } from './desk-actions.ts'
import type { SignalHub } from './desk-signals.ts'
import type { DraftStore } from './draft-store.ts'
import type { EditStore } from './edit-store.ts'
import type { Preferences, PreferencesStore } from './preferences-store.ts'
import type { Self } from './kept-session.ts'
import type { DeskSession, SessionStore } from './session-store.ts'
import type { Office, OfficeStore } from './office-store.ts'
import type { MentionStore } from './mention-store.ts'
import type { ReceiptTimes } from './receipt-times.ts'
import type { ReplyHabits } from './replies/reply-habits.ts'
import type { ReplyStore } from './replies/reply-store.ts'
import type { PagedLists } from './paged-lists.ts'
import type { ViewsStore } from './views-store.ts'
import type { BulkStore } from './bulk-store.ts'
import type { SelectionStore } from './selection-store.ts'
import type { SetAwayStore } from './set-away-store.ts'
import type { SearchStore } from './search-store.ts'
import type { WhatIfStore } from './what-if-store.ts'
import type { Workspace, WorkspaceStore } from './workspace-store.ts'

export type Desk = {
  readonly session: DeskSession
  readonly platform: Platform
  readonly preferences: PreferencesStore
  readonly workspace: WorkspaceStore
  readonly drafts: DraftStore
  readonly edits: EditStore
  readonly receiptTimes: ReceiptTimes
  readonly mentions: MentionStore
  readonly attachments: AttachmentStore
  readonly closing: ClosingStore
  readonly setAway: SetAwayStore
  readonly lists: PagedLists
  readonly office: OfficeStore
  readonly views: ViewsStore
  readonly whatIf: WhatIfStore
  readonly search: SearchStore
  readonly replies: ReplyStore
  readonly habits: ReplyHabits
  readonly signals: SignalHub
  readonly actions: DeskActions & BulkActions
  readonly selection: SelectionStore
  readonly bulk: BulkStore
  /** The window shows one conversation and nothing else; the main window speaks for the person. */
  readonly isAlone: boolean
  readonly signOut: () => void
  readonly changePassword: SessionStore['changePassword']
  /** Desktop only: back to "host or join?". */
  readonly leaveDesk: (() => void) | undefined
}

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk outside of an open desk')
  return desk
}

/** Renders again only when what `select` returns changes by reference; wrap it in useShallow for made-up lists. */
export function useClient<Selected>(select: (state: ClientState) => Selected): Selected {
  const { client } = useDesk().session
  return useSyncExternalStore(client.subscribe, () => select(client.state()))
}

export function usePreference<Selected>(select: (preferences: Preferences) => Selected): Selected {
  return useStore(useDesk().preferences, select)
}

export function useWorkspace<Selected>(select: (workspace: Workspace) => Selected): Selected {
  return useStore(useDesk().workspace, select)
}

export function useOffice<Selected>(select: (office: Office) => Selected): Selected {
  return useStore(useDesk().office, select)
}

export function useConversation(id: ConversationId): ConversationView | undefined {
  return useClient(({ conversations }) => conversations.get(id))
}

export function useSummary(id: ConversationId): ConversationSummary | undefined {
  return useClient(({ conversations }) => conversations.get(id)?.summary)
}

export function useAgent(id: AgentId): AgentView | undefined {
  return useClient(({ agents }) => agents.get(id))
}

/** Me: the name and role that the server says now win over those of the login. */
export function useSelf(): Self {
  const { self } = useDesk().session
  const viewer = useClient((state) => state.viewer)
  const profile = useAgent(self.id)
  const role: Role = profile?.role ?? (viewer?.kind === 'agent' ? viewer.role : self.role)
  const name = profile?.name ?? viewer?.name ?? self.name
  return { id: self.id, name, role }
}
