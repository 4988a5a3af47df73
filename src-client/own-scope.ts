// A client of scope `own` keeps the conversations that are its agent's, and what is offered to them for as long as it is: it may be
// read before it is theirs.
import { NO_AGENT, type AgentId, type ConversationId } from '#protocol'
import type { ClientCore } from './client-core.ts'

export type OwnScope = {
  /** Our yes came too late, or was not stored: it does not become ours. */
  refused(conversation: ConversationId): void
}

/** SPEC D7.29. */
export const keepToOwn = (
  core: Pick<ClientCore, 'state' | 'subscribe' | 'offers' | 'conversations' | 'forget' | 'link'>,
): OwnScope => {
  const offered = new Set<ConversationId>()
  /** The offer ended with a yes: the entry that makes it ours is on its way, on that connection. */
  const granted = new Map<ConversationId, number>()
  core.conversations.isKept = ({ id, owner }, viewer) =>
    viewer.kind === 'visitor' || owner === viewer.id || offered.has(id)
  const me = (): AgentId => {
    const { viewer } = core.state()
    return viewer?.kind === 'agent' ? viewer.id : NO_AGENT
  }

  const look = (): void => {
    const { offers, conversations } = core.state()
    const self = me()
    for (const { conversation, agent } of offers.values()) if (agent === self) offered.add(conversation)
    for (const id of offered) {
      if (offers.get(id)?.agent === self) continue
      const isOurs = conversations.get(id)?.summary.owner === self
      if (!isOurs && granted.get(id) === core.link.connection()) continue
      offered.delete(id)
      granted.delete(id)
      if (!isOurs) core.forget(id)
    }
  }

  core.subscribe(look)
  core.offers.onOver(({ offer, why }) => {
    if (why === 'accepted') granted.set(offer.conversation, core.link.connection())
  })
  return {
    refused(conversation) {
      granted.delete(conversation)
      look()
    },
  }
}
