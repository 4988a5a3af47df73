// Under which setting a quick reply lies, and what that says about it: whose it is, and which file it keeps.
import { NO_AGENT, type AgentId, type FileKey, type ReplyId } from '../../protocol/index.ts'

/** Of the keys. */
export const REPLIES = 'reply.'

const shape = /^reply\.(0|[1-9]\d{0,15})\.([1-9]\d{0,15})$/

export const replyKey = (owner: AgentId, id: ReplyId): string => `${REPLIES}${owner}.${id}`

/** @returns undefined for the keys of other settings. */
export const parseReplyKey = (key: string): { readonly owner: AgentId; readonly id: ReplyId } | undefined => {
  const [, owner, id] = shape.exec(key) ?? []
  return id === undefined ? undefined : { owner: Number(owner) as AgentId, id: Number(id) as ReplyId }
}

/** An agent keeps their own replies; everything else that is a setting belongs to those who lead. SPEC D10.20. */
export const isOwnReply = (key: string, agent: AgentId): boolean =>
  agent !== NO_AGENT && parseReplyKey(key)?.owner === agent

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** The file that a stored setting keeps from the orphans' sweep: a quick reply's. */
export const fileKeptBy = (key: string, value: unknown): FileKey | undefined => {
  if (!parseReplyKey(key) || !isRecord(value)) return undefined
  const file = value['file']
  if (!isRecord(file)) return undefined
  return typeof file['key'] === 'string' ? (file['key'] as FileKey) : undefined
}
