// From a figure to the conversations behind it: places of the inbox, with their filters.
import { NO_CONVERSATION, type AgentId, type GroupId } from '#protocol'
import type { ConversationState } from '../../stores/conversation-state.ts'
import { noQuery, type InboxQuery } from '../../stores/inbox-query.ts'
import { placeToHash, type InboxView } from '../../stores/place.ts'

const address = (view: InboxView, query: Partial<InboxQuery>): string =>
  placeToHash({ section: 'inbox', view, conversation: NO_CONVERSATION, query: { ...noQuery, ...query } })

export const addressOfState = (state: ConversationState): string =>
  address(state === 'waiting' || state === 'left' ? 'queue' : 'open', { states: [state] })

export const addressOfQueue = (group: GroupId): string => address('queue', { groups: [group] })

export const addressOfAgent = (agent: AgentId): string => address('open', { agents: [agent] })

export const addressOfNewest = (): string => address('open', { sort: 'newest' })
