// A tab that cannot hear others: it leads itself, at once and for good. The desk drops what two such tabs send twice (D2).
import type { Leadership } from './leadership.ts'
import type { TabChannel } from './tab-channel.ts'

export const deafChannel: TabChannel = { post: () => {}, listen: () => () => {} }

export const createLonelyLeadership = (): Leadership => ({
  campaign: (events) => events.elected(),
  steal: () => {},
  resign: () => {},
})
