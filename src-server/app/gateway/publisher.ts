// Committed groups become frames for whoever may see them: encoded once for all who see the same.
import { encodeServerFrame, NO_AGENT, type AgentId, type Entry } from '../../protocol/index.ts'
import { redact } from '../../core/conversation/redact.ts'
import type { Audience } from '../../core/delivery/audience.ts'
import type { Publication } from '../../core/delivery/session-state.ts'
import type { CommittedEntry, CommittedGroup, CommittedReceipt } from '../../ports/journal.ts'
import type { Metrics } from '../../ports/metrics.ts'
import type { GatewayMember } from './gateway-member.ts'

/** Made on the first use, shared by all. */
const lazily = (make: () => Publication): (() => Publication) => {
  let made: Publication | undefined
  return () => (made ??= make())
}

const ofEntry = (entry: Entry): (() => Publication) =>
  lazily(() => ({ kind: 'entry', offset: entry.offset, bytes: encodeServerFrame({ type: 'entry', entry }) }))

const feedAll = (members: Iterable<GatewayMember>, publication: () => Publication): number => {
  let count = 0
  for (const member of members) {
    member.feed({ type: 'published', publication: publication() })
    count += 1
  }
  return count
}

export type Publish = (group: CommittedGroup) => void

/** SPEC D3.2, D6.2: in offset order; a connection that fails while it is told fails alone. */
export const createPublisher = (audience: Audience<GatewayMember>, metrics: Metrics): Publish => {
  const publishEntry = (committed: CommittedEntry): void => {
    const { entry, visitor } = committed
    metrics.count('entries_committed_total', { kind: entry.kind })
    const forDesk = ofEntry(redact(entry, { kind: 'agent' }))
    let sent = feedAll(audience.agentsFor(committed), forDesk)
    if (visitor !== 0) {
      const visible = redact(entry, { kind: 'visitor' })
      sent += feedAll(audience.ofVisitor(visitor), visible === entry ? forDesk : ofEntry(visible))
    }
    if (sent > 0) metrics.count('entries_delivered_total', {}, sent)
  }

  const publishReceipt = ({ mark, visitor, owner }: CommittedReceipt): void => {
    const publication = lazily(() => ({
      kind: 'receipts',
      bytes: encodeServerFrame({ type: 'receipts', marks: [mark] }),
    }))
    // An agent's other windows learn what was read here.
    const reader = mark.reader.kind === 'agent' ? (mark.reader.id as AgentId) : NO_AGENT
    feedAll(audience.agentsOf(owner, reader), publication)
    feedAll(audience.ofVisitor(visitor), publication)
  }

  return (group) => {
    // A cursor stands for the marks that moved before it as well: a connection that breaks between the two must not have
    // the newer entries and lack the older marks, or its resume would never bring them. SPEC D6.5.
    for (const receipt of group.receipts) publishReceipt(receipt)
    for (const committed of group.entries) publishEntry(committed)
  }
}
