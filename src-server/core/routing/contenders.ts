// Who of the office is meant by the place where a conversation waits, and what speaks against each of them.
import {
  defaultSkills,
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type PassedOver,
  type QueuePlace,
} from '../../protocol/index.ts'
import type { AgentSkills } from '../../protocol/routing-schemas.ts'
import type { Candidate, RoutingRequest } from '../../ports/router.ts'
import { groupOf, type RoutingSettings } from './routing-settings.ts'

/** Made for one decision, which writes its figures into it: five hundred copies would cost more than deciding. */
export type Contender = {
  readonly agent: AgentId
  readonly load: number
  readonly capacity: number
  readonly lastAssignedAt: number
  /** The agent's own: 1 is normal, 0 is nothing. The choice multiplies it by the speed where that counts. */
  weight: number
  /** The choice writes it: how much one more would be, or what they have; less is better. */
  score: number
  /** Also when the visitor's language is unknown. */
  readonly speaks: boolean
  /** Undefined for who may have it now. */
  readonly no: PassedOver | undefined
}

/** Every active agent, once. */
export type Office = { readonly all: readonly Candidate[]; find(agent: AgentId): Candidate | undefined }

/** Indexed when the first is looked for: a question about everyone looks for nobody. */
export const officeOf = (all: readonly Candidate[]): Office => {
  let byId: ReadonlyMap<AgentId, Candidate> | undefined
  return {
    all,
    find(agent) {
      byId ??= new Map(all.map((one) => [one.agent, one]))
      return byId.get(agent)
    },
  }
}

/** 'zh-Hant-TW' is 'zh'. */
const primaryLanguage = (locale: string): string => /^[a-z]{2,3}/i.exec(locale)?.[0].toLowerCase() ?? ''

const speaksTo = ({ languages }: AgentSkills, language: string): boolean =>
  language === '' || languages.length === 0 || languages.includes(language)

/** What a person said comes before what the system found, and what lasts before what passes. */
const objectionTo = (candidate: Candidate, weight: number, declinedBy: AgentId): PassedOver | undefined => {
  if (candidate.agent === declinedBy) return 'declined'
  if (candidate.no) return candidate.no
  if (!(weight > 0)) return 'weight'
  return candidate.load < candidate.capacity ? undefined : 'full'
}

/** Nobody waits for people who are all gone: then it is the group's, and with the group gone, everyone's. */
const meant = (
  settings: RoutingSettings,
  waiting: QueuePlace | null | undefined,
  office: Office,
): readonly Candidate[] => {
  const present = (agents: readonly AgentId[]): readonly Candidate[] =>
    agents.map((agent) => office.find(agent)).filter((one) => one !== undefined)
  const named = waiting ? present(waiting.agents) : []
  if (named.length > 0) return named
  const group = groupOf(settings, waiting?.group ?? EVERYONE)
  const members = group.id === EVERYONE ? [] : present(group.members)
  return members.length > 0 ? members : office.all
}

export type ContenderQuestion = Pick<RoutingRequest, 'place' | 'language' | 'declinedBy'>

const inOrder = (contenders: readonly Contender[]): readonly Contender[] => {
  // The desk lists agents as they were made: a look is cheaper than a sort.
  const isSorted = contenders.every(({ agent }, index) => index === 0 || agent > (contenders[index - 1]?.agent ?? 0))
  return isSorted ? contenders : contenders.toSorted((left, right) => left.agent - right.agent)
}

/**
 * By rising agent id, so that no answer depends on the order of the question. `office` holds every active agent.
 * (SPEC D7.10, D7.11)
 */
export const contendersFor = (
  settings: RoutingSettings,
  question: ContenderQuestion,
  office: Office,
): readonly Contender[] => {
  const language = primaryLanguage(question.language ?? '')
  const declinedBy = question.declinedBy ?? NO_AGENT
  const contenders = meant(settings, question.place, office).map((candidate): Contender => {
    const skills = settings.skills.get(candidate.agent) ?? defaultSkills
    return {
      agent: candidate.agent,
      load: candidate.load,
      capacity: candidate.capacity,
      lastAssignedAt: candidate.lastAssignedAt,
      weight: skills.weight,
      score: 0,
      speaks: speaksTo(skills, language),
      no: objectionTo(candidate, skills.weight, declinedBy),
    }
  })
  return inOrder(contenders)
}
