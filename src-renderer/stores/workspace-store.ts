// What the window shows now: the place, which dialog is open, which folded pane is out. Gone with the window, save the place,
// which lives in the address.
import { NO_CONVERSATION, NO_SEQ, type ConversationId, type Seq } from '#protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { noQuery, type InboxQuery } from './inbox-query.ts'
import { home, type InboxView, type Place } from './place.ts'

export type OpenDialog =
  | 'none'
  | 'transfer'
  | 'note'
  | 'decisions'
  | 'block'
  | 'takeOver'
  | 'keys'
  | 'palette'
  | 'bulkMove'
  | 'held'
  | 'mentions'

export type Workspace = {
  readonly place: Place
  /** The view to come back to from team and settings. */
  readonly lastView: InboxView
  readonly dialog: OpenDialog
  /** Narrow windows: the visitor's panel lies over the conversation. */
  readonly visitorOver: boolean
  /** Asked before the place changes while something is unsaved; calls `go` when it may. */
  readonly guard: ((go: () => void) => void) | undefined
}

export type WorkspaceStore = StoreApi<Workspace>

export function createWorkspaceStore(place: Place = home): WorkspaceStore {
  return createStore<Workspace>(() => ({
    place,
    lastView: place.section === 'inbox' ? place.view : 'mine',
    dialog: 'none',
    visitorOver: false,
    guard: undefined,
  }))
}

export function goTo(store: WorkspaceStore, place: Place): void {
  const go = (): void =>
    store.setState(({ lastView }) => ({
      place,
      lastView: place.section === 'inbox' ? place.view : lastView,
      dialog: 'none',
      visitorOver: false,
    }))
  const { guard } = store.getState()
  if (guard) guard(go)
  else go()
}

/** *Now* over the whole screen. Where the browser refuses, over the whole window. */
export function showOnWall(store: WorkspaceStore): void {
  goTo(store, { section: 'now', wall: true })
  const { place } = store.getState()
  // Whoever has something unsaved is asked first.
  if (place.section === 'now') void document.documentElement.requestFullscreen().catch(() => undefined)
}

/** Keeps the view and its filter when the inbox is on screen; from elsewhere goes to the view that was there last. */
export function openConversation(store: WorkspaceStore, conversation: ConversationId, view?: InboxView): void {
  const { place, lastView } = store.getState()
  const next = view ?? (place.section === 'inbox' ? place.view : lastView)
  const query = place.section === 'inbox' && place.view === next ? place.query : noQuery
  goTo(store, { section: 'inbox', view: next, conversation, query })
}

/** Another filter or order of the view that is on the screen. */
export function changeQuery(store: WorkspaceStore, change: (before: InboxQuery) => InboxQuery): void {
  const { place } = store.getState()
  if (place.section === 'inbox') store.setState({ place: { ...place, query: change(place.query) } })
}

export const shownQuery = ({ place }: Workspace): InboxQuery => (place.section === 'inbox' ? place.query : noQuery)

/** The entry that is to be in the middle of the screen; 0: the newest. */
export const shownAt = ({ place }: Workspace): Seq => (place.section === 'inbox' && place.at) || NO_SEQ

export const shownConversation = ({ place }: Workspace): ConversationId =>
  place.section === 'inbox' ? place.conversation : NO_CONVERSATION
