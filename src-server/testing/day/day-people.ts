// What visitors and agents do in a simulated day. They know nothing of queues: they write, answer, decline, go and come back.
import { EVERYONE, NO_AGENT, type AgentId } from '../../protocol/index.ts'
import type { DayDesk } from './day-desk.ts'
import { streams } from './day-streams.ts'
import { agentChanges, MINUTE, SECOND } from './day-office.ts'
import type { DayPolicy } from './day-policies.ts'
import { count, dayEvents, demand, hasRoom, isAble, ownerOf, type DayWorld } from './day-world.ts'

export type DayPeople = {
  arrived(visitor: number): void
  offered(visitor: number, agent: number): void
  assigned(visitor: number): void
  reply(visitor: number, turn: number): void
  visitorWrites(visitor: number): void
  abandon(visitor: number): void
  answerOffer(visitor: number, agent: number): void
  agentChanges(agent: number, change: number, forMs: number): void
}

/** Half of all replies are written within this by an agent of usual speed with one conversation. */
const REPLY_MS = 25 * SECOND
/** Each further conversation at hand adds this share. */
const SHARED_ATTENTION = 0.3
const THOUGHT_MS = 35 * SECOND
const PATIENCE_MS = 9 * MINUTE

export const createDayPeople = (world: DayWorld, policy: DayPolicy, desk: () => DayDesk): DayPeople => {
  const { draws, events, office } = world
  const slownessOf = (agent: number): number => office.agents[agent]?.slowness ?? 1
  const turnsWanted = (visitor: number): number => 1 + Math.floor(draws.fraction(streams.turns, visitor, 0) ** 2 * 6)
  /** When the visitor's word, or the conversation, came to the agent. */
  const owedSince = new Float64Array(world.owner.length)
  const detours = new Set<number>()

  const startReply = (visitor: number): void => {
    const agent = ownerOf(world, visitor)
    const attention = 1 + SHARED_ATTENTION * ((world.load[agent] ?? 1) - 1)
    const work = draws.lognormal(streams.work, visitor, world.exchanges[visitor] ?? 0, REPLY_MS, 0.7)
    const at = world.now + work * slownessOf(agent) * attention
    events.add(at, dayEvents.reply, visitor, 0, world.turns[visitor] ?? 0)
  }

  const owesReply = (visitor: number): boolean => {
    const state = world.states[visitor]
    return state?.phase === 'owned' && state.waitingSince !== null
  }

  /** Instead of an answer, rarely: somebody else is right for it. */
  const detour = (visitor: number, agent: AgentId): boolean => {
    const exchange = world.exchanges[visitor] ?? 0
    const drawn = draws.fraction(streams.detour, visitor, exchange)
    if (drawn > 0.06) return false
    // Once for each exchange; the next one who has it answers.
    const key = visitor * 256 + exchange
    if (detours.has(key)) return false
    detours.add(key)
    const groups = [...office.groups.keys()]
    const group = groups[Math.floor((drawn / 0.06) * groups.length)] ?? EVERYONE
    if (drawn < 0.03) {
      count(world, 'transfer to a group')
      desk().order(dayEvents.commitMove, visitor, agent, group)
      return true
    }
    if (drawn < 0.04) {
      count(world, 'put back')
      desk().order(dayEvents.commitRelease, visitor, agent, 1)
      return true
    }
    const colleague = office.groups
      .get(office.agents[agent]?.groups[1] ?? EVERYONE)
      ?.members.find((other) => other !== agent && isAble(world, other) && hasRoom(world, other))
    if (colleague === undefined) return false
    count(world, 'transfer to a colleague')
    desk().order(dayEvents.commitTransfer, visitor, agent, colleague)
    return true
  }

  const finish = (visitor: number): void => {
    const drawn = draws.fraction(streams.ending, visitor, 0)
    // One in five says nothing more and leaves the end to the group's setting, or to the agent after a while.
    const state = world.states[visitor]
    const home = state?.phase === 'owned' ? state.claim.groups[0] : undefined
    const closesItself = home !== undefined && office.groups.get(home)?.autoClose !== null
    if (drawn < 0.2 && closesItself) return
    const afterMs = drawn < 0.2 ? 8 * MINUTE : (10 + 60 * drawn) * SECOND
    events.add(world.now + afterMs, dayEvents.commitClose, visitor, 0, 0)
  }

  return {
    arrived(visitor) {
      if (world.leftMessage[visitor] === 1) return
      const patience = draws.lognormal(streams.patience, visitor, 0, PATIENCE_MS, 0.8)
      events.add(world.now + patience, dayEvents.abandon, visitor, 0, 0)
    },
    abandon(visitor) {
      if (world.isClosed[visitor] === 1 || (world.exchanges[visitor] ?? 0) > 0 || ownerOf(world, visitor) !== NO_AGENT)
        return
      count(world, 'abandoned')
      desk().order(dayEvents.commitClose, visitor, 0, 0)
    },
    offered(visitor, agent) {
      const drawn = draws.fraction(streams.answer, visitor, agent)
      if (drawn < 0.04) return
      const takesMs = (2 + 10 * draws.fraction(streams.answer, visitor, 1000 + agent)) * SECOND * slownessOf(agent)
      events.add(world.now + takesMs, dayEvents.offerAnswer, visitor, agent, drawn < 0.08 ? 0 : 1)
    },
    answerOffer(visitor, agent) {
      if (!isAble(world, agent) || (world.looksAwayUntil[agent] ?? 0) > world.now) return
      const yes = events.token === 1
      desk().feed(visitor, { type: yes ? 'accepted' : 'declined', agent: agent as AgentId })
    },
    assigned(visitor) {
      owedSince[visitor] = world.now
      if (owesReply(visitor)) startReply(visitor)
    },
    reply(visitor, turn) {
      const agent = ownerOf(world, visitor)
      if (turn !== world.turns[visitor] || agent === NO_AGENT) return
      // Whoever is out of reach writes again when they are back.
      if (world.isThere[agent] === 0) return
      const away = world.looksAwayUntil[agent] ?? 0
      if (away > world.now) return events.add(away, dayEvents.reply, visitor, 0, turn)
      if (detour(visitor, agent)) return
      const exchange = world.exchanges[visitor] ?? 0
      policy.replied(
        agent,
        exchange === 0 ? 'first' : 'later',
        world.now - (owedSince[visitor] ?? 0),
        world.load[agent] ?? 1,
        world.now,
      )
      world.turns[visitor] = turn + 1
      world.exchanges[visitor] = exchange + 1
      if (exchange === 0) world.firstReplyAt[visitor] = world.now
      demand(world, ownerOf(world, visitor) === agent, () => `[D7.1] ${agent} answers ${visitor}, who is not theirs`)
      desk().feed(visitor, { type: 'agentWrote' })
      if (exchange + 1 >= turnsWanted(visitor)) return finish(visitor)
      const thought = draws.lognormal(streams.thought, visitor, exchange, THOUGHT_MS, 0.8)
      return events.add(world.now + thought, dayEvents.visitorWrites, visitor, 0, 0)
    },
    visitorWrites(visitor) {
      if (world.isClosed[visitor] === 1 || owesReply(visitor)) return
      desk().feed(visitor, { type: 'visitorWrote' })
      owedSince[visitor] = world.now
      if (ownerOf(world, visitor) !== NO_AGENT) startReply(visitor)
    },
    agentChanges(agent, change, forMs) {
      const tell = (is: 'gone' | 'back' | 'away'): void => {
        for (const visitor of Array.from(world.holds[agent] ?? []))
          desk().feed(visitor, { type: 'agent', agent: agent as AgentId, is })
      }
      if (change === agentChanges.hang) world.looksAwayUntil[agent] = world.now + forMs
      else if (change === agentChanges.away || change === agentChanges.online) {
        world.absences[agent] = (world.absences[agent] ?? 0) + (change === agentChanges.away ? 1 : -1)
        if (change === agentChanges.away) tell('away')
      } else {
        const isThere = change === agentChanges.come || change === agentChanges.back
        if ((world.isThere[agent] === 1) === isThere) return
        world.isThere[agent] = isThere ? 1 : 0
        tell(isThere ? 'back' : 'gone')
        if (isThere)
          for (const visitor of world.holds[agent] ?? [])
            if (ownerOf(world, visitor) === agent && owesReply(visitor)) startReply(visitor)
      }
      desk().agentChanged(agent)
    },
  }
}
