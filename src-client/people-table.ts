// Colleagues with their status, and which visitors are on the site now. Conversations are not its business.
import type {
  AgentId,
  AgentProfile,
  AgentState,
  Entry,
  EpochMs,
  Offset,
  ServerFrame,
  Snapshot,
  VisitorId,
  VisitorPage,
} from '#protocol'
import { OfferTable } from './offer-table.ts'

/** What only agents hear, and what is true only now. */
export type SignForAgents = Extract<ServerFrame, { type: 'presence' | 'visitor' | 'offer' | 'offerOver' }>

export class PeopleTable {
  agents: ReadonlyMap<AgentId, AgentState> = new Map()
  visitorsOnline: ReadonlySet<VisitorId> = new Set()
  visitorPages: ReadonlyMap<VisitorId, VisitorPage> = new Map()
  readonly offers = new OfferTable()
  /** Newest entry applied to each agent: an older one that comes late changes nothing. */
  readonly #changedAt = new Map<AgentId, Offset>()

  reset(snapshot: Snapshot, ours: ReadonlySet<VisitorId>): void {
    this.#changedAt.clear()
    this.visitorPages = new Map()
    this.agents = snapshot.kind === 'agent' ? new Map(snapshot.agents.map((agent) => [agent.id, agent])) : new Map()
    this.visitorsOnline = new Set(snapshot.kind === 'agent' ? snapshot.visitorsOnline.filter((id) => ours.has(id)) : [])
  }

  /** Takes `agent.changed` and `agent.status`; leaves all others alone. */
  apply(entry: Entry): void {
    if (entry.kind === 'agent.changed') this.#change(entry.body.agent.id, entry.offset, entry.body.agent)
    if (entry.kind === 'agent.status') this.#change(entry.body.agent, entry.offset, { status: entry.body.status })
  }

  hear(sign: SignForAgents): void {
    switch (sign.type) {
      case 'presence':
        return this.#presence(sign.agent, sign.connected)
      case 'visitor':
        return this.visitor(sign.visitor, sign.online, sign.page)
      case 'offer':
        return this.offers.opened(sign)
      case 'offerOver':
        return this.offers.over(sign)
      default:
        return sign satisfies never
    }
  }

  /** A new connection is told anew what is offered. */
  welcome(serverTime: EpochMs): void {
    this.offers.begin(serverTime)
  }

  #presence(id: AgentId, connected: boolean): void {
    const known = this.agents.get(id)
    if (known && known.connected !== connected) this.agents = new Map(this.agents).set(id, { ...known, connected })
  }

  visitor(id: VisitorId, online: boolean, page: VisitorPage | null): void {
    if (this.visitorsOnline.has(id) !== online) {
      const visitors = new Set(this.visitorsOnline)
      if (online) visitors.add(id)
      else visitors.delete(id)
      this.visitorsOnline = visitors
    }
    if (page) this.visitorPages = new Map(this.visitorPages).set(id, page)
    // Only who is on the site is somewhere: otherwise a year of passers-by would be kept.
    if (online || !this.visitorPages.has(id)) return
    const pages = new Map(this.visitorPages)
    pages.delete(id)
    this.visitorPages = pages
  }

  #change(id: AgentId, offset: Offset, change: AgentProfile | Pick<AgentProfile, 'status'>): void {
    if (offset <= (this.#changedAt.get(id) ?? 0)) return
    const known = this.agents.get(id)
    const profile = 'name' in change ? change : known && { ...known, ...change }
    if (!profile) return
    this.#changedAt.set(id, offset)
    this.agents = new Map(this.agents).set(id, { ...profile, connected: known?.connected ?? false })
  }
}
