// What agents and visitors do around offers, as short verbs over a gateway's world: so that a test of a promise reads like the promise.
import {
  everyone,
  limits,
  NO_CONVERSATION,
  type AgentId,
  type AgentStatus,
  type Cid,
  type ClientFrame,
  type ConversationId,
  type OfferEnd,
  type RequestId,
} from '../protocol/index.ts'
import type { Group } from '../protocol/routing-schemas.ts'
import type { GatewayWorld, TestClient } from './gateway-world.ts'

export const offerMs = limits.minOfferMs

/** `world`: the one of the running test. */
export const offerVerbs = (world: () => GatewayWorld) => {
  let frames = 0
  const send = (text: string, conversation: ConversationId = NO_CONVERSATION): ClientFrame => {
    frames += 1
    return { type: 'send', cid: `cid-${frames}-0000` as Cid, conversation, text, files: [] }
  }
  const nextRid = (): RequestId => {
    frames += 1
    return frames as RequestId
  }
  /** Says it and gives back how it was answered. */
  const order = async (client: TestClient, frame: (rid: RequestId) => ClientFrame): Promise<string> => {
    const rid = nextRid()
    client.say(frame(rid))
    await world().settled()
    const failed = client.of('fail').find((one) => one.rid === rid)
    return failed?.code ?? (client.of('done').some((one) => one.rid === rid) ? 'done' : 'no answer')
  }
  return {
    send,
    nextRid,
    order,
    answer: (client: TestClient, conversation: ConversationId, accept: boolean): Promise<string> =>
      order(client, (rid) => ({ type: 'answer', rid, conversation, accept, note: '' })),
    /** A visitor nobody knows yet asks something. */
    async ask(): Promise<ConversationId> {
      const visitor = await world().visit(await world().newVisitor())
      visitor.say(send('hello'))
      await world().settled()
      return visitor.of('entry')[0]?.entry.conversation ?? NO_CONVERSATION
    },
    ownerOf: async (conversation: ConversationId): Promise<AgentId | undefined> =>
      (await world().store.journal.openConversations()).find(({ id }) => id === conversation)?.owner,
    offeredTo: (client: TestClient): readonly ConversationId[] =>
      client.of('offer').map(({ conversation }) => conversation),
    endsHeardBy: (client: TestClient): readonly OfferEnd[] => client.of('offerOver').map(({ why }) => why),
    setOffers: (change: Partial<Group> = {}): Promise<void> =>
      world().set('group.0', { ...everyone, acceptance: 'offer', offerMs, ...change }),
    status: (client: TestClient, is: AgentStatus): Promise<string> =>
      order(client, (rid) => ({ type: 'status', rid, status: is })),
  }
}
