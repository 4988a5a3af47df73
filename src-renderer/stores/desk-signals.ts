// Short-lived wishes from a key to the part that can fulfil it: "the next row", "into the composer". Nobody listening is fine.

export type DeskSignals = {
  /** Moves the keyboard in the list of conversations; 0 only goes there. */
  readonly moveInList: (step: number) => void
  readonly focusComposer: () => void
  readonly openStatusMenu: () => void
}

type Listeners = { [Name in keyof DeskSignals]: Set<DeskSignals[Name]> }

export type SignalHub = DeskSignals & {
  readonly on: <Name extends keyof DeskSignals>(name: Name, listener: DeskSignals[Name]) => () => void
}

export function createSignalHub(): SignalHub {
  const listeners: Listeners = { moveInList: new Set(), focusComposer: new Set(), openStatusMenu: new Set() }
  return {
    moveInList: (step) => listeners.moveInList.forEach((listener) => listener(step)),
    focusComposer: () => listeners.focusComposer.forEach((listener) => listener()),
    openStatusMenu: () => listeners.openStatusMenu.forEach((listener) => listener()),
    on: (name, listener) => {
      listeners[name].add(listener)
      return () => listeners[name].delete(listener)
    },
  }
}
