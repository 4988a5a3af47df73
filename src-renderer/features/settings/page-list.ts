// Which pages the settings have, for whom, and by which sign: for the page itself and for whatever leads there.
import type { Role } from '#protocol'
import { mayDo, type Permission } from '#protocol/permissions.ts'
import {
  Activity,
  Bell,
  FlaskConical,
  Info,
  Languages,
  Lightbulb,
  Megaphone,
  MessageSquareReply,
  MonitorSmartphone,
  ShieldBan,
  SlidersHorizontal,
  Split,
  Stethoscope,
  Tag,
  Timer,
  UserRound,
  UsersRound,
  Waypoints,
  type LucideIcon,
} from 'lucide-react'
import type { Checkup, Platform } from '../../platform/platform.ts'
import { settingsPages, type SettingsPage as Page } from '../../stores/place.ts'

export const settingsIcons: Readonly<Record<Page, LucideIcon>> = {
  general: SlidersHorizontal,
  notifications: Bell,
  account: UserRound,
  sessions: MonitorSmartphone,
  announcement: Megaphone,
  replies: MessageSquareReply,
  people: UsersRound,
  blocks: ShieldBan,
  groups: Waypoints,
  tags: Tag,
  intents: Lightbulb,
  skills: Languages,
  targets: Timer,
  routing: Split,
  'what-if': FlaskConical,
  checkup: Stethoscope,
  diagnostics: Activity,
  about: Info,
}

/** Pages for those who lead. */
const leading: Readonly<Partial<Record<Page, Permission>>> = {
  announcement: 'announcements.make',
  people: 'agents.change',
  groups: 'settings.change',
  tags: 'settings.change',
  intents: 'settings.change',
  skills: 'settings.change',
  targets: 'settings.change',
  routing: 'settings.change',
  'what-if': 'settings.change',
  checkup: 'settings.change',
}

/** Of this computer, where it is the one that hosts. */
export const checkupOf = ({ desktop }: Platform): Checkup | undefined =>
  desktop !== undefined && desktop.host().kind !== 'stopped' ? desktop.checkup : undefined

export const pagesFor = (role: Role, platform: Platform): readonly Page[] =>
  settingsPages.filter(
    (page) =>
      (leading[page] === undefined || mayDo(role, leading[page])) &&
      (page !== 'checkup' || checkupOf(platform) !== undefined),
  )
