// Short-lived wishes from a key to the part that can fulfil it: "the next row", "into the composer". Nobody listening is fine.

export type DeskSignals = {
  /** Moves the keyboard in the list of conversations; 0 only goes there. */
  readonly moveInList: (step: number) => void
  /** What one did oneself takes effect in the list at once. */
  readonly thawList: () => void
  readonly focusComposer: () => void
  readonly openStatusMenu: () => void
  readonly focusSearch: () => void
  /** The picker over the composer. */
  readonly openQuickReplies: () => void
  /** Picks the row that the keyboard is on, or lets it go; or picks all. */
  readonly pickInList: (what: 'row' | 'all') => void
  /** Saved views of the list. */
  readonly openViews: () => void
  /** The order of the list. */
  readonly openSort: () => void
  /** What the list is filtered by. */
  readonly openFilter: () => void
}

type Listeners = { [Name in keyof DeskSignals]: Set<DeskSignals[Name]> }

export type SignalHub = DeskSignals & {
  readonly on: <Name extends keyof DeskSignals>(name: Name, listener: DeskSignals[Name]) => () => void
}

/** A view that was just asked for is drawn by then; what is older was meant for a screen that never came. */
const pendingForMs = 2_000

export function createSignalHub(now: () => number): SignalHub {
  const listeners: Listeners = {
    moveInList: new Set(),
    thawList: new Set(),
    focusComposer: new Set(),
    openStatusMenu: new Set(),
    focusSearch: new Set(),
    openQuickReplies: new Set(),
    pickInList: new Set(),
    openViews: new Set(),
    openSort: new Set(),
    openFilter: new Set(),
  }
  // A wish to go to a list that is not drawn yet waits for it.
  let pending: { readonly step: number; readonly at: number } | undefined
  return {
    moveInList: (step) => {
      pending = listeners.moveInList.size === 0 ? { step, at: now() } : undefined
      listeners.moveInList.forEach((listener) => listener(step))
    },
    thawList: () => listeners.thawList.forEach((listener) => listener()),
    focusComposer: () => {
      pending = undefined
      listeners.focusComposer.forEach((listener) => listener())
    },
    openStatusMenu: () => listeners.openStatusMenu.forEach((listener) => listener()),
    openFilter: () => listeners.openFilter.forEach((listener) => listener()),
    openSort: () => listeners.openSort.forEach((listener) => listener()),
    focusSearch: () => listeners.focusSearch.forEach((listener) => listener()),
    pickInList: (what) => listeners.pickInList.forEach((listener) => listener(what)),
    openViews: () => listeners.openViews.forEach((listener) => listener()),
    openQuickReplies: () => listeners.openQuickReplies.forEach((listener) => listener()),
    on: (name, listener) => {
      listeners[name].add(listener)
      if (name === 'moveInList' && pending !== undefined && now() - pending.at < pendingForMs) {
        const { step } = pending
        pending = undefined
        listeners.moveInList.forEach((move) => move(step))
      }
      return () => listeners[name].delete(listener)
    },
  }
}
