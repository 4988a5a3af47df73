// Every action of the desk, once: what it does, in which group it stands, and why it can do nothing now. Keys, palette and cheat sheet
// are drawn from it. Words are in i18n under deskCommands.name.
import { NO_AGENT, NO_OFFSET, type AgentStatus, type ChosenCloseReason } from '#protocol'
import {
  AppWindow,
  ArrowDown,
  ArrowDownWideNarrow,
  ArrowRightLeft,
  ArrowUp,
  AtSign,
  Ban,
  Bell,
  BellMinus,
  BellOff,
  Bookmark,
  Check,
  CheckCheck,
  CircleDot,
  Command,
  CopyCheck,
  Coffee,
  Eye,
  Gauge,
  Hand,
  Inbox,
  Keyboard,
  Link,
  ListChecks,
  ListFilter,
  ListX,
  LogOut,
  MessageSquareReply,
  MessagesSquare,
  Moon,
  MoonStar,
  NotebookPen,
  PanelRight,
  Reply,
  Rows2,
  Rows4,
  Search,
  Settings,
  ShieldBan,
  Split,
  SquareCheck,
  SquareX,
  Sun,
  SunMoon,
  Tv,
  Undo2,
  UserRoundCheck,
  UsersRound,
  Volume2,
  X,
  type LucideIcon,
} from 'lucide-react'
import type { Desk } from '../stores/desk.ts'
import { withoutTerms } from '../stores/inbox-query.ts'
import { isQuiet, QUIET_WITHOUT_END } from '../stores/notice.ts'
import { isWatching } from '../stores/ownership.ts'
import type { InboxView } from '../stores/place.ts'
import type { Preferences } from '../stores/preferences-store.ts'
import { wideFromPx } from '../stores/use-media.ts'
import { changeQuery, goTo, openConversation, shownConversation, showOnWall } from '../stores/workspace-store.ts'
import {
  anyOf,
  firstOffer,
  isAloneAlready,
  isClosed,
  mayNotMove,
  noFilter,
  noOffer,
  notAnothers,
  notAsking,
  notInList,
  nothingPicked,
  nothingShown,
  nothingToTake,
  notLeading,
  notMine,
  offline,
  roleOf,
  shownSummary,
  unlessPicked,
  unsent,
  type Blocked,
} from './command-blocks.ts'
import type { KeyCommand } from './key-commands.ts'

export const commandGroups = ['conversation', 'list', 'go', 'desk'] as const
export type CommandGroup = (typeof commandGroups)[number]

export type Command = {
  readonly group: CommandGroup
  readonly icon: LucideIcon
  /** `isBusy`: something is being written or decided, which must not be swapped under the hands. */
  readonly run: (desk: Desk, isBusy: boolean) => void
  readonly blocked?: (desk: Desk) => Blocked | undefined
}

type OtherCommand =
  | 'takeOver'
  | 'putBack'
  | 'takeBack'
  | 'closeNoReply'
  | 'closeSpam'
  | 'closeOther'
  | 'copyLink'
  | 'block'
  | 'online'
  | 'busy'
  | 'away'
  | 'themeLight'
  | 'themeDark'
  | 'themeAuto'
  | 'comfortable'
  | 'compact'
  | 'sound'
  | 'notifications'
  | 'quiet'
  | 'quietHour'
  | 'nowWall'
  | 'clearFilter'
  | 'pickNone'
  | 'signOut'

export type DeskCommand = KeyCommand | OtherCommand

const shownId = ({ workspace }: Desk) => shownConversation(workspace.getState())

const picked = ({ selection }: Desk) => [...selection.getState().picked]

const close = (icon: LucideIcon, reason: ChosenCloseReason): Command => ({
  group: 'conversation',
  icon,
  blocked: unlessPicked(notMine),
  run: (desk) => {
    const many = picked(desk)
    if (many.length > 0) desk.actions.closeMany(many, reason)
    else desk.actions.close(shownId(desk), reason)
  },
})

const status = (icon: LucideIcon, to: AgentStatus): Command => ({
  group: 'desk',
  icon,
  blocked: offline,
  run: ({ actions }) => void actions.setStatus(to),
})

const view = (icon: LucideIcon, to: InboxView): Command => ({
  group: 'go',
  icon,
  run: (desk) => {
    openConversation(desk.workspace, shownId(desk), to)
    window.requestAnimationFrame(() => desk.signals.moveInList(0))
  },
})

const prefer = (icon: LucideIcon, change: (before: Preferences) => Partial<Preferences>): Command => ({
  group: 'desk',
  icon,
  run: ({ preferences }) => preferences.setState(change),
})

const move = (icon: LucideIcon, step: number): Command => ({
  group: 'list',
  icon,
  run: ({ signals }) => signals.moveInList(step),
})

function take(desk: Desk): void {
  const { session, actions, workspace } = desk
  const shown = shownSummary(desk)
  const many = picked(desk)
  if (many.length > 0) void actions.moveMany(many, { agent: session.self.id, name: session.self.name }, '')
  else if (shown?.status === 'open' && shown.owner === NO_AGENT) void actions.take(shown.id)
  else if (shown && isWatching(shown, { id: session.self.id, role: roleOf(desk) }))
    workspace.setState({ dialog: 'takeOver' })
  else actions.takeNext()
}

function toggleVisitor({ preferences, workspace }: Desk): void {
  if (window.innerWidth >= wideFromPx) preferences.setState(({ visitorOpen }) => ({ visitorOpen: !visitorOpen }))
  else workspace.setState(({ visitorOver }) => ({ visitorOver: !visitorOver }))
}

const quickReplies = ({ signals }: Desk): void => {
  signals.focusComposer()
  signals.openQuickReplies()
}

/** The compiler finds what is missing here; its order is the order on the screen. */
export const commands: Readonly<Record<DeskCommand, Command>> = {
  take: { group: 'conversation', icon: Hand, blocked: unlessPicked(anyOf(offline, nothingToTake)), run: take },
  reply: { group: 'conversation', icon: Reply, blocked: nothingShown, run: ({ signals }) => signals.focusComposer() },
  quickReplies: { group: 'conversation', icon: MessageSquareReply, blocked: nothingShown, run: quickReplies },
  note: {
    group: 'conversation',
    icon: NotebookPen,
    blocked: nothingShown,
    run: ({ workspace }) => workspace.setState({ dialog: 'note' }),
  },
  transfer: {
    group: 'conversation',
    icon: ArrowRightLeft,
    blocked: unlessPicked(anyOf(nothingShown, isClosed, mayNotMove)),
    run: (desk) => desk.workspace.setState({ dialog: picked(desk).length > 0 ? 'bulkMove' : 'transfer' }),
  },
  close: close(Check, 'resolved'),
  closeNoReply: close(CheckCheck, 'no_reply'),
  closeSpam: close(Ban, 'spam'),
  closeOther: close(X, 'other'),
  putBack: {
    group: 'conversation',
    icon: Inbox,
    blocked: anyOf(offline, notMine),
    run: (desk) => void desk.actions.putBack(shownId(desk)),
  },
  takeOver: {
    group: 'conversation',
    icon: UserRoundCheck,
    blocked: anyOf(nothingShown, isClosed, notAnothers, notLeading),
    run: ({ workspace }) => workspace.setState({ dialog: 'takeOver' }),
  },
  takeBack: {
    group: 'conversation',
    icon: Undo2,
    blocked: anyOf(offline, notAsking),
    run: (desk) => void desk.actions.takeQuestionBack(shownId(desk)),
  },
  visitor: { group: 'conversation', icon: PanelRight, blocked: nothingShown, run: toggleVisitor },
  why: {
    group: 'conversation',
    icon: Split,
    blocked: anyOf(nothingShown, mayNotMove),
    run: ({ workspace }) => workspace.setState({ dialog: 'decisions' }),
  },
  block: {
    group: 'conversation',
    icon: ShieldBan,
    blocked: anyOf(offline, nothingShown),
    run: ({ workspace }) => workspace.setState({ dialog: 'block' }),
  },
  popOut: {
    group: 'conversation',
    icon: AppWindow,
    blocked: anyOf(nothingShown, isAloneAlready),
    run: (desk) => void desk.actions.popOut(shownId(desk)),
  },
  copyLink: {
    group: 'conversation',
    icon: Link,
    blocked: nothingShown,
    run: ({ actions }) => void actions.copy(window.location.href),
  },

  next: move(ArrowDown, 1),
  previous: move(ArrowUp, -1),
  pick: {
    group: 'list',
    icon: SquareCheck,
    blocked: notInList,
    run: ({ signals }) => signals.pickInList('row'),
  },
  pickAll: {
    group: 'list',
    icon: CopyCheck,
    blocked: notInList,
    run: ({ signals }) => signals.pickInList('all'),
  },
  pickNone: { group: 'list', icon: SquareX, blocked: nothingPicked, run: ({ selection }) => selection.clear() },
  filter: { group: 'list', icon: ListFilter, blocked: notInList, run: ({ signals }) => signals.openFilter() },
  clearFilter: {
    group: 'list',
    icon: ListX,
    blocked: noFilter,
    run: ({ workspace }) => changeQuery(workspace, withoutTerms),
  },
  views: { group: 'list', icon: Bookmark, blocked: notInList, run: ({ signals }) => signals.openViews() },
  sort: { group: 'list', icon: ArrowDownWideNarrow, blocked: notInList, run: ({ signals }) => signals.openSort() },

  mine: view(Inbox, 'mine'),
  queue: view(ListChecks, 'queue'),
  groups: view(UsersRound, 'groups'),
  open: view(MessagesSquare, 'open'),
  closed: view(CheckCheck, 'closed'),
  search: {
    group: 'go',
    icon: Search,
    run: ({ workspace, signals, search }) => {
      // Not back to the hit that was opened last: to the field.
      search.setState({ opened: NO_OFFSET })
      goTo(workspace, { section: 'search' })
      signals.focusSearch()
    },
  },
  team: { group: 'go', icon: UsersRound, run: ({ workspace }) => goTo(workspace, { section: 'team' }) },
  now: {
    group: 'go',
    icon: Gauge,
    blocked: notLeading,
    run: ({ workspace }) => goTo(workspace, { section: 'now', wall: false }),
  },
  nowWall: { group: 'go', icon: Tv, blocked: notLeading, run: ({ workspace }) => showOnWall(workspace) },
  settings: {
    group: 'go',
    icon: Settings,
    run: ({ workspace }) => goTo(workspace, { section: 'settings', page: 'general' }),
  },

  accept: {
    group: 'desk',
    icon: Check,
    blocked: anyOf(offline, noOffer),
    run: (desk, isBusy) => {
      const offer = firstOffer(desk)
      if (offer) void desk.actions.acceptOffer(offer.conversation, !isBusy)
    },
  },
  decline: {
    group: 'desk',
    icon: X,
    blocked: anyOf(offline, noOffer),
    run: (desk) => {
      const offer = firstOffer(desk)
      if (offer) void desk.actions.declineOffer(offer.conversation, '')
    },
  },
  palette: {
    group: 'desk',
    icon: Command,
    run: ({ workspace }) => workspace.setState(({ dialog }) => ({ dialog: dialog === 'palette' ? 'none' : 'palette' })),
  },
  mentions: { group: 'desk', icon: AtSign, run: ({ workspace }) => workspace.setState({ dialog: 'mentions' }) },
  status: { group: 'desk', icon: CircleDot, run: ({ signals }) => signals.openStatusMenu() },
  online: status(Eye, 'online'),
  busy: status(MoonStar, 'busy'),
  away: status(Coffee, 'away'),
  themeLight: prefer(Sun, () => ({ theme: 'light' })),
  themeDark: prefer(Moon, () => ({ theme: 'dark' })),
  themeAuto: prefer(SunMoon, () => ({ theme: 'auto' })),
  comfortable: prefer(Rows2, () => ({ density: 'comfortable' })),
  compact: prefer(Rows4, () => ({ density: 'compact' })),
  sound: prefer(Volume2, ({ sound }) => ({ sound: !sound })),
  notifications: prefer(Bell, ({ notifications }) => ({ notifications: !notifications })),
  quiet: prefer(BellOff, (all) => ({ quietUntil: isQuiet(all, Date.now()) ? 0 : QUIET_WITHOUT_END })),
  quietHour: prefer(BellMinus, () => ({ quietUntil: Date.now() + 3_600_000 })),
  signOut: { group: 'desk', icon: LogOut, blocked: unsent, run: ({ signOut }) => signOut() },
  help: { group: 'desk', icon: Keyboard, run: ({ workspace }) => workspace.setState({ dialog: 'keys' }) },
}

export const deskCommands = Object.keys(commands) as readonly DeskCommand[]
