// What each role may do. The server enforces it on every request; screens hide what would be refused.
import type { Role } from './domain.ts'

const everyone: readonly Role[] = ['owner', 'admin', 'agent']
const leaders: readonly Role[] = ['owner', 'admin']

export const permissions = {
  'conversations.read': everyone,
  'conversations.work': everyone,
  /** Of any conversation; of their own everybody may. */
  'decisions.read': leaders,
  'agents.list': everyone,
  'agents.create': leaders,
  'agents.change': leaders,
  /** By a code. */
  'computers.invite': leaders,
  'settings.read': everyone,
  'settings.change': leaders,
  /** Everybody reads what is for them and keeps their own. */
  'replies.use': everyone,
  'replies.share': leaders,
  'announcements.make': leaders,
  /** Of a visitor, for a time; one's own to take back. */
  'blocks.make': everyone,
  /** Of addresses, for ever, and everybody's to take back. */
  'blocks.lead': leaders,
  'sessions.own': everyone,
  'metrics.read': leaders,
  'now.read': leaders,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const mayDo = (role: Role, permission: Permission): boolean => permissions[permission].includes(role)

/** Whom a leader may make, change or deactivate, and which role they may give: admins everybody but owners, owners everybody. */
export const mayManage = (actor: Role, target: Role): boolean =>
  actor === 'owner' || (actor === 'admin' && target !== 'owner')
