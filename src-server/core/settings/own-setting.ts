// Settings that are one agent's own: they keep them without leading, and nobody else is told what they say.
import { NO_AGENT, type AgentId } from '../../protocol/index.ts'
import { isOwnReply, parseReplyKey } from '../replies/reply-key.ts'
import { isBlockKey } from './block.ts'

const VIEWS = /^views\.(0|[1-9]\d{0,15})$/

/** Saved views of the inbox, NO_AGENT's for all. */
export const viewsKey = (owner: AgentId): string => `views.${owner}`

export const isOwnSetting = (key: string, agent: AgentId): boolean =>
  isOwnReply(key, agent) || (agent !== NO_AGENT && key === viewsKey(agent))

/** What it says is asked for by those whom it is for: the journal's readers are told the key alone. */
export const isTold = (key: string): boolean => !parseReplyKey(key) && !VIEWS.test(key) && !isBlockKey(key)
