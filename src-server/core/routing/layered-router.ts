// The router of a running office: what was said and learned so far, and one decision after another out of it.
import {
  EVERYONE,
  NO_AGENT,
  NO_INTENT,
  type AgentId,
  type AssignmentReason,
  type EpochMs,
  type QueuePlace,
  type RoutingLayer,
} from '../../protocol/index.ts'
import type { Clock } from '../../ports/clock.ts'
import type { CommittedEntry, OpenConversation } from '../../ports/journal.ts'
import type { Random } from '../../ports/random.ts'
import type { Candidate, Router, RoutingRequest } from '../../ports/router.ts'
import { chooseAgent } from './choose-agent.ts'
import { contendersFor, officeOf, type Office } from './contenders.ts'
import { place, type Placement, type PlaceQuestion } from './place.ts'
import { createReplyMemory, type ReplyRecall } from './reply-memory.ts'
import { foldSetting, foldSettings, groupOf, initialSettings, type RoutingSettings } from './routing-settings.ts'

export type LayeredRouter = Router & {
  /** What the journal holds; entries already contained may be applied again. What was learned of reply times stays. */
  load(open: readonly OpenConversation[], settings: Iterable<{ readonly key: string; readonly value: unknown }>): void
  /** In the journal's order: settings hold from the next decision on. */
  apply(committed: CommittedEntry): void
  place(question: PlaceQuestion): Placement
  /** Has reply times learned from the journal's past as well. */
  recall(): ReplyRecall
  readonly settings: RoutingSettings
}

/** Whoever placed it otherwise than by a rule (a person, an overflow) leaves the choice to the load. */
export const layerOf = (waiting: QueuePlace | null | undefined): Exclude<RoutingLayer, 'manual'> => {
  const layer = waiting?.reason?.layer ?? (waiting && waiting.group !== EVERYONE ? 'load' : 'weight')
  return layer === 'manual' ? 'load' : layer
}

/** SPEC D7.11, D8.1. `nowMicros` only measures how long a decision took. */
export const createLayeredRouter = (parts: {
  readonly clock: Pick<Clock, 'now'>
  readonly random: Pick<Random, 'fraction'>
  readonly nowMicros: () => number
}): LayeredRouter => {
  const { clock, random, nowMicros } = parts
  const replies = createReplyMemory()
  let settings = initialSettings
  let office = officeOf([])

  /** A pump asks for many conversations with one list. */
  const indexed = (list: readonly Candidate[]): Office => {
    if (office.all !== list) office = officeOf(list)
    return office
  }

  const returningTo = ({ place: waiting, lastHelp }: RoutingRequest, now: EpochMs): AgentId => {
    if (!lastHelp || !groupOf(settings, waiting?.group ?? EVERYONE).returning) return NO_AGENT
    return now - lastHelp.at <= settings.general.returningWithinMs ? lastHelp.agent : NO_AGENT
  }

  return {
    route(request) {
      const started = nowMicros()
      const now = clock.now()
      const { place: waiting } = request
      const choice = chooseAgent({
        contenders: contendersFor(settings, request, indexed(request.candidates)),
        layer: layerOf(waiting),
        returningTo: returningTo(request, now),
        speeds: (agents) => replies.speeds(agents, now),
        fraction: random.fraction,
      })
      if (!choice) return undefined
      const reason: AssignmentReason = {
        ...choice.reason,
        group: waiting?.group ?? EVERYONE,
        intent: waiting?.reason?.intent ?? NO_INTENT,
        confidence: waiting?.reason?.confidence ?? 0,
        tookMicros: Math.round(nowMicros() - started),
      }
      return { agent: choice.agent, reason }
    },
    load(open, stored) {
      settings = foldSettings(initialSettings, stored)
      replies.load(open)
    },
    apply(committed) {
      const { entry, owner } = committed
      const { kind, body, offset, at, conversation, author } = entry
      if (kind === 'setting.changed') settings = foldSetting(settings, body.key, body.after)
      else replies.apply({ kind, offset, at, conversation, author, owner })
    },
    place: (question) => place(settings, question),
    recall: () => replies.recall(),
    get settings() {
      return settings
    },
  }
}
