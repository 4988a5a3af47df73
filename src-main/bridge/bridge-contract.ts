// Everything the desk's page and Electron's main process say to each other, as one typed map. The preload, the main side
// and the page's `window.desk` are all derived from it; schemas for the arguments lie beside it in bridge-schemas.ts.

import type { AgentStatus, ErrorCode } from '#protocol'
import type { DoctorCheck, DoctorProgress, DoctorReport } from '#protocol/doctor-report.ts'

/** What this computer is to the office. */
export type DeskRole =
  | { readonly kind: 'none' }
  | { readonly kind: 'host' }
  | { readonly kind: 'join'; readonly url: string }

/** A desk that this computer joined before. */
export type JoinedDesk = {
  readonly url: string
  /** By a code: it is known by its certificate alone. */
  readonly isPaired: boolean
}

/** `url`: where the desk listens with the key that is pinned now. */
export type JoinByCodeReply =
  | { readonly ok: true; readonly url: string }
  | { readonly ok: false; readonly code: ErrorCode | 'unreachable' | 'not_a_desk' }

/** The hosted server, as its supervisor sees it. */
export type HostState =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'running'
      /** For this computer. */
      readonly url: string
      /** For colleagues and visitors on the office network. */
      readonly officeUrls: readonly string[]
      /** Only while no owner account exists. */
      readonly setupCode: string | null
    }
  /** Crashed; starts again by itself. */
  | { readonly kind: 'restarting'; readonly retryAtMs: number; readonly attempt: number }
  /** Cannot start until somebody changes something; `text` says what, in the language of the desk. */
  | { readonly kind: 'failed'; readonly code: string; readonly text: string }

/** The checkup of this computer, of which there is one at a time. */
export type CheckupState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running'
      readonly checks: readonly DoctorCheck[]
      /** Of the self-load; null before it and without it. */
      readonly progress: DoctorProgress | null
    }
  | { readonly kind: 'done'; readonly report: DoctorReport; readonly atMs: number }
  /** `text` is in both languages, as the words of checks are: the person may change theirs meanwhile. */
  | { readonly kind: 'failed'; readonly text: { readonly en: string; readonly zh: string } }

export type Startup = {
  readonly role: DeskRole
  readonly host: HostState
  readonly version: string
  readonly platform: 'darwin' | 'win32' | 'linux'
  /** Where history and files lie. The log has a place of its own. */
  readonly dataFolder: string
  readonly logFile: string
}

export type DeskLanguage = 'en' | 'zh'

/** The person's own status, as the tray shows it; `offline` without an open desk or its connection. */
export type Standing = AgentStatus | 'offline'

export type DeskNotification = {
  readonly title: string
  readonly body: string
  /** 0: of none. A newer one of the same conversation replaces it. */
  readonly conversation: number
  /** It can be answered where the system has a field for that. */
  readonly mayReply: boolean
}

/** Where a click on a notification or a frontdesk:// link leads. */
export type DeskPlace =
  | { readonly kind: 'conversation'; readonly conversation: number }
  /** The page's name is not checked: the desk knows its own. */
  | { readonly kind: 'settings'; readonly page: string }
  /** The link is not one of ours. */
  | { readonly kind: 'nowhere' }

/** Whether the conversation has a window of its own now, or as many have as may. */
export type PopOutReply = 'open' | 'too_many'

/** What may be wished for as a global shortcut, in Electron's words; '' for none. */
export const shortcutKeys = ['', 'Alt+Shift+F', 'CommandOrControl+Alt+F', 'CommandOrControl+Shift+Space'] as const
export type ShortcutKeys = (typeof shortcutKeys)[number]

/** Of this computer, for everybody who works at it. */
export type ComputerSettings = {
  readonly startsWithSystem: boolean
  readonly shortcut: ShortcutKeys
  /** Another program has those keys. */
  readonly isShortcutTaken: boolean
  readonly spelling: boolean
}

/** Page → main, answered by a promise. */
export type BridgeCalls = {
  getStartup: { readonly args: readonly []; readonly reply: Startup }
  /** Starts the server on this computer and remembers the choice. */
  chooseHost: { readonly args: readonly []; readonly reply: HostState }
  /** Remembers a desk to join; the page has checked that it answers. Refused for anything but http(s) origins. */
  chooseJoin: { readonly args: readonly [url: string]; readonly reply: boolean }
  /** Proves to the desk at this address to know the six digits that it shows, and pins its certificate. */
  joinByCode: { readonly args: readonly [url: string, code: string]; readonly reply: JoinByCodeReply }
  /** The newest first. */
  getJoinedDesks: { readonly args: readonly []; readonly reply: readonly JoinedDesk[] }
  /** With its pin. */
  forgetDesk: { readonly args: readonly [url: string]; readonly reply: readonly JoinedDesk[] }
  /** Whether what answers at a paired desk's address showed another certificate. */
  metOtherKey: { readonly args: readonly [url: string]; readonly reply: boolean }
  /** Back to the first question. Stops a hosted server; its data stays. */
  leaveDesk: { readonly args: readonly []; readonly reply: void }
  /** Tries a failed host again at once. */
  retryHost: { readonly args: readonly []; readonly reply: HostState }
  getSecret: { readonly args: readonly [name: string]; readonly reply: string | null }
  setSecret: { readonly args: readonly [name: string, value: string]; readonly reply: void }
  removeSecret: { readonly args: readonly [name: string]; readonly reply: void }
  showNotification: { readonly args: readonly [notification: DeskNotification]; readonly reply: void }
  /** The conversation is before the person's eyes now. */
  closeNotification: { readonly args: readonly [conversation: number]; readonly reply: void }
  /** The taskbar's button flashes, or the dock's icon jumps once, until the window has the focus. */
  callAttention: { readonly args: readonly []; readonly reply: void }
  /** Tray and badge; the window's title is the page's own. */
  setUnread: { readonly args: readonly [count: number]; readonly reply: void }
  /** Where to go, once: asked by a desk that has just been opened, too, so that a link may start the program. */
  takePlace: { readonly args: readonly []; readonly reply: DeskPlace | null }
  /** For the tray; and whoever sits here is not one of the others who are connected. */
  setStanding: { readonly args: readonly [standing: Standing]; readonly reply: void }
  /** Menus, tray and notifications follow the page's language. */
  setLanguage: { readonly args: readonly [language: DeskLanguage]; readonly reply: void }
  /** Opens a window of its own for the conversation, or brings it to the front. */
  popOut: { readonly args: readonly [conversation: number]; readonly reply: PopOutReply }
  getComputerSettings: { readonly args: readonly []; readonly reply: ComputerSettings }
  setStartsWithSystem: { readonly args: readonly [isOn: boolean]; readonly reply: ComputerSettings }
  setShortcut: { readonly args: readonly [keys: ShortcutKeys]; readonly reply: ComputerSettings }
  setSpelling: { readonly args: readonly [isOn: boolean]; readonly reply: ComputerSettings }
  /** The newest of the log, made safe: nothing in it is secret or anybody's words. */
  getLogLines: { readonly args: readonly []; readonly reply: readonly string[] }
  showLogFile: { readonly args: readonly []; readonly reply: void }
  getCheckup: { readonly args: readonly []; readonly reply: CheckupState }
  /** Only where this computer hosts. One that runs already goes on. `load`: also measures how many visitors it can serve. */
  startCheckup: { readonly args: readonly [load: boolean]; readonly reply: CheckupState }
  stopCheckup: { readonly args: readonly []; readonly reply: void }
}

/** Main → page. */
export type BridgeEvents = {
  hostChanged: HostState
  checkupChanged: CheckupState
  /** There is somewhere to go: `takePlace` tells where. */
  placeWanted: null
  /** Written into a notification. */
  replied: { readonly conversation: number; readonly text: string }
  /** Chosen in the tray. */
  statusWanted: AgentStatus
}

export type BridgeCall = keyof BridgeCalls
export type BridgeEvent = keyof BridgeEvents

/** The page's `window.desk`. */
export type DeskBridge = {
  readonly [Call in BridgeCall]: (...args: BridgeCalls[Call]['args']) => Promise<BridgeCalls[Call]['reply']>
} & {
  readonly on: <Event extends BridgeEvent>(event: Event, listener: (payload: BridgeEvents[Event]) => void) => () => void
}

export const bridgeCalls = [
  'getStartup',
  'chooseHost',
  'chooseJoin',
  'joinByCode',
  'getJoinedDesks',
  'forgetDesk',
  'metOtherKey',
  'leaveDesk',
  'retryHost',
  'getSecret',
  'setSecret',
  'removeSecret',
  'showNotification',
  'closeNotification',
  'callAttention',
  'setUnread',
  'takePlace',
  'setStanding',
  'setLanguage',
  'popOut',
  'getComputerSettings',
  'setStartsWithSystem',
  'setShortcut',
  'setSpelling',
  'getLogLines',
  'showLogFile',
  'getCheckup',
  'startCheckup',
  'stopCheckup',
] as const satisfies readonly BridgeCall[]

export const bridgeEvents = [
  'hostChanged',
  'checkupChanged',
  'placeWanted',
  'replied',
  'statusWanted',
] as const satisfies readonly BridgeEvent[]

export const callChannel = (call: BridgeCall): string => `desk:call:${call}`
export const eventChannel = (event: BridgeEvent): string => `desk:event:${event}`
