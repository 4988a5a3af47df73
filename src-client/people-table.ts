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
import type { AgentView, Viewers } from './client-state.ts'
import { OfferTable } from './offer-table.ts'

/** What only agents hear, and what is true only now. */
export type SignForAgents = Extract<
  ServerFrame,
  { type: 'presence' | 'visitor' | 'people' | 'viewers' | 'offer' | 'offerOver' }
>

/** Away until they say otherwise, and since when the desk says so for them. */
const withCause = (agent: AgentState, setAwayAt: EpochMs | undefined): AgentView => ({
  ...agent,
  setAwayAt: agent.status === 'away' ? setAwayAt : undefined,
})

export class PeopleTable {
  agents: ReadonlyMap<AgentId, AgentView> = new Map()
  visitorsOnline: ReadonlySet<VisitorId> = new Set()
  visitorPages: ReadonlyMap<VisitorId, VisitorPage> = new Map()
  readonly offers = new OfferTable()
  /** Who has the conversation on my screen on theirs; undefined until somebody has. */
  viewers: Viewers | undefined
  /** The newest change of the office's settings heard of; quick replies have a cursor of their own. */
  settingsAt: Offset | undefined
  /** Newest entry applied to each agent: an older one that comes late changes nothing. */
  readonly #changedAt = new Map<AgentId, Offset>()

  reset(snapshot: Snapshot, ours: ReadonlySet<VisitorId>): void {
    this.#changedAt.clear()
    this.visitorPages = new Map()
    const before = this.agents
    const told = snapshot.kind === 'agent' ? snapshot.agents : []
    this.agents = new Map(told.map((agent) => [agent.id, withCause(agent, before.get(agent.id)?.setAwayAt)]))
    this.visitorsOnline = new Set(snapshot.kind === 'agent' ? snapshot.visitorsOnline.filter((id) => ours.has(id)) : [])
  }

  /** Takes `agent.changed`, `agent.status` and that a setting changed; leaves all others alone. */
  apply(entry: Entry): void {
    if (entry.kind === 'agent.changed') this.#change(entry.body.agent.id, entry.offset, entry.body.agent)
    if (entry.kind === 'setting.changed' && !entry.body.key.startsWith('reply.')) this.settingsAt = entry.offset
    if (entry.kind !== 'agent.status') return
    const { agent, status } = entry.body
    this.#change(agent, entry.offset, { status }, entry.author.kind === 'system' ? entry.at : undefined)
  }

  hear(sign: SignForAgents): void {
    switch (sign.type) {
      case 'presence':
        return this.#presence(sign.agent, sign.connected)
      case 'visitor':
        return this.visitor(sign.visitor, sign.online, sign.page)
      case 'people':
        return this.#people(sign)
      case 'viewers':
        this.viewers = sign
        return undefined
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
    this.viewers = undefined
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

  /** Each list is copied once, however many it names. */
  #people({ connected, disconnected, online, offline }: Extract<SignForAgents, { type: 'people' }>): void {
    const agents = new Map(this.agents)
    const tell = (id: AgentId, isConnected: boolean): void => {
      const known = agents.get(id)
      if (known) agents.set(id, { ...known, connected: isConnected })
    }
    for (const id of connected) tell(id, true)
    for (const id of disconnected) tell(id, false)
    const visitors = new Set(this.visitorsOnline)
    const pages = new Map(this.visitorPages)
    for (const { visitor, page } of online) {
      visitors.add(visitor)
      if (page) pages.set(visitor, page)
    }
    for (const visitor of offline) {
      visitors.delete(visitor)
      pages.delete(visitor)
    }
    this.agents = agents
    this.visitorsOnline = visitors
    this.visitorPages = pages
  }

  #change(
    id: AgentId,
    offset: Offset,
    change: AgentProfile | Pick<AgentProfile, 'status'>,
    setAwayAt = this.agents.get(id)?.setAwayAt,
  ): void {
    if (offset <= (this.#changedAt.get(id) ?? 0)) return
    const known = this.agents.get(id)
    const profile = 'name' in change ? change : known && { ...known, ...change }
    if (!profile) return
    this.#changedAt.set(id, offset)
    const next = withCause({ ...profile, connected: known?.connected ?? false }, setAwayAt)
    this.agents = new Map(this.agents).set(id, next)
  }
}
