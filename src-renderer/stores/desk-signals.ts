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

/** What is wished of a list that is not drawn yet waits for it: a key pressed right after the start is not lost. */
const patient: ReadonlySet<keyof DeskSignals> = new Set(['moveInList', 'openViews', 'openSort', 'openFilter'])

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
  // The last wish alone: whoever pressed two keys meant the second.
  let pending: { readonly name: keyof DeskSignals; readonly fulfil: () => void; readonly at: number } | undefined

  const wish = <Name extends keyof DeskSignals>(name: Name, tell: (listener: DeskSignals[Name]) => void): void => {
    const fulfil = (): void => listeners[name].forEach(tell)
    const waits = patient.has(name) && listeners[name].size === 0
    if (waits) pending = { name, fulfil, at: now() }
    else if (patient.has(name) || name === 'focusComposer') pending = undefined
    fulfil()
  }

  return {
    moveInList: (step) => wish('moveInList', (listener) => listener(step)),
    thawList: () => wish('thawList', (listener) => listener()),
    focusComposer: () => wish('focusComposer', (listener) => listener()),
    openStatusMenu: () => wish('openStatusMenu', (listener) => listener()),
    openFilter: () => wish('openFilter', (listener) => listener()),
    openSort: () => wish('openSort', (listener) => listener()),
    focusSearch: () => wish('focusSearch', (listener) => listener()),
    pickInList: (what) => wish('pickInList', (listener) => listener(what)),
    openViews: () => wish('openViews', (listener) => listener()),
    openQuickReplies: () => wish('openQuickReplies', (listener) => listener()),
    on: (name, listener) => {
      listeners[name].add(listener)
      if (pending?.name === name) {
        const { fulfil, at } = pending
        pending = undefined
        if (now() - at < pendingForMs) fulfil()
      }
      return () => listeners[name].delete(listener)
    },
  }
}
