// What I am asked to take now, the one that ends first before the others.
import type { ClientState } from '#client/client-state.ts'
import type { AgentId, Offer } from '#protocol'
import { useMemo } from 'react'
import { useClient, useDesk } from './desk.ts'

/** An end that did not reach us, because the connection broke, ends here. */
const endedMs = 1_500

export const offersTo = (me: AgentId, offers: ClientState['offers'], nowMs: number): readonly Offer[] =>
  [...offers.values()]
    .filter(({ agent, until }) => agent === me && until + endedMs > nowMs)
    .sort((one, other) => one.until - other.until || one.conversation - other.conversation)

export function useOffersToMe(nowMs: number): readonly Offer[] {
  const { self } = useDesk().session
  const offers = useClient((state) => state.offers)
  return useMemo(() => offersTo(self.id, offers, nowMs), [self.id, offers, nowMs])
}
