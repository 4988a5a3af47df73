// What the desk's page asks of the program it runs in. Two of them exist: Electron's bridge and a plain browser.
import type {
  CheckupState,
  ComputerSettings,
  DeskLanguage,
  DeskNotification,
  DeskPlace,
  DeskRole,
  HostState,
  JoinByCodeReply,
  JoinedDesk,
  PopOutReply,
  ShortcutKeys,
  Standing,
} from '#bridge/bridge-contract.ts'
import type { AgentStatus } from '#protocol'

export type Cancel = () => void

/** Small secrets, such as a session's token. Encrypted by the system's keychain where there is one. */
export type SecretBox = {
  get(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
  remove(name: string): Promise<void>
}

/** `blocked`: the person or the browser said no, and only they can change it. */
export type NotificationRight = 'granted' | 'ask' | 'blocked'

/** The checkup of this computer. */
export type Checkup = {
  state(): Promise<CheckupState>
  /** `load`: also measures how many visitors it can serve. */
  start(load: boolean): void
  stop(): void
  onChanged(listener: (state: CheckupState) => void): Cancel
}

/** What only the desktop program can do: be the server, or remember which desk it joined. */
export type DesktopProgram = {
  readonly role: DeskRole
  /** The newest word of its supervisor. */
  host(): HostState
  readonly dataFolder: string
  readonly logFile: string
  onHostChanged(listener: (state: HostState) => void): Cancel
  chooseHost(): Promise<HostState>
  chooseJoin(url: string): Promise<boolean>
  /** Does not choose it yet. */
  joinByCode(url: string, code: string): Promise<JoinByCodeReply>
  /** Newest first. */
  joinedDesks(): Promise<readonly JoinedDesk[]>
  forgetDesk(url: string): Promise<readonly JoinedDesk[]>
  /** What answers at a paired desk's address is somebody else. */
  metOtherKey(url: string): Promise<boolean>
  leaveDesk(): Promise<void>
  retryHost(): Promise<HostState>
  /** The newest lines of the log, safe to be shown to anybody. */
  logLines(): Promise<readonly string[]>
  showLogFile(): void
  /** Flashes, or jumps in the dock, until the window has the focus. */
  callAttention(): void
  onReplied(listener: (reply: { readonly conversation: number; readonly text: string }) => void): Cancel
  /** My status, for the tray. */
  setStanding(standing: Standing): void
  onStatusWanted(listener: (status: AgentStatus) => void): Cancel
  readonly checkup: Checkup
  readonly computer: ComputerSettingsApi
}

export type ComputerSettingsApi = {
  read(): Promise<ComputerSettings>
  setStartsWithSystem(isOn: boolean): Promise<ComputerSettings>
  setShortcut(keys: ShortcutKeys): Promise<ComputerSettings>
  setSpelling(isOn: boolean): Promise<ComputerSettings>
}

export type Platform = {
  readonly kind: 'electron' | 'browser'
  /** Undefined when the page does not know: in a browser the server's version is the page's. */
  readonly version: string | undefined
  /** Shown in the list of sessions: "Chrome on Windows". */
  readonly clientName: string
  /** The desk that served this page. Undefined in Electron, where the role decides. */
  readonly servedBy: string | undefined
  readonly desktop: DesktopProgram | undefined
  readonly secrets: SecretBox
  notificationRight(): NotificationRight
  /** Must be called from a click. */
  askForNotifications(): Promise<NotificationRight>
  notify(notification: DeskNotification): void
  /** What it says is before the person's eyes now. */
  dismiss(conversation: number): void
  /** A click on a notification, or a link; also one from before anybody listened. */
  onPlaceWanted(listener: (place: DeskPlace) => void): Cancel
  setUnread(count: number): void
  /** A window of its own for the conversation. */
  popOut(conversation: number): Promise<PopOutReply>
  setLanguage(language: DeskLanguage): void
}
