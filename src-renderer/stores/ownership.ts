// What the server lets whom do with a colleague's conversation, so that no button is offered that would be refused.
import type { Role } from '#protocol'

/** Taking, moving and closing what a colleague has is for those who lead. */
export const canTakeOver = (role: Role): boolean => role === 'owner' || role === 'admin'
