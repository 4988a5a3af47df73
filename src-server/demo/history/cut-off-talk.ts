// A conversation that breaks off in the middle, as a list of moments from its first word on: the live scene puts them in place.
import type { ConversationId } from '../../protocol/index.ts'
import { languageOf, type Speech } from '../talk/all-scenarios.ts'
import type { Dice } from '../talk/dice.ts'
import { fillText } from '../talk/facts.ts'
import type { Topic } from '../talk/scenario.ts'
import type { Script } from '../talk/script.ts'
import type { Cast, CastMember } from './cast.ts'
import type { FloorAgent, ShopFloor } from './shop-floor.ts'
import { agentThinksMs, firstAnswerMs, typingMs, visitorThinksMs } from './tempo.ts'

export type CutOff = {
  readonly speech: Speech
  readonly topic: Topic
  /** Index among the colleagues; nobody while it waits in the queue. */
  readonly with?: number
  /** Turns already spoken: an odd number leaves the visitor waiting. */
  readonly turns: number
  /** How long ago the last word was said. */
  readonly lastAgoMs: number
  /** Handed over to the owner by this colleague after the last word, with a note. */
  readonly handedOverBy?: number
}

export type Moment = { readonly afterMs: number; readonly task: () => void }

const NOTE_TAKES_MS = 20_000
/** Conversations an agent is taken to have while this one goes on. */
const USUAL_LOAD = 2

export const cutOffTalk = (parts: {
  readonly floor: ShopFloor
  readonly cast: Cast
  readonly place: CutOff
  readonly script: Script
  readonly dice: Dice
}): readonly Moment[] => {
  const { floor, cast, place, script, dice } = parts
  const language = languageOf(place.speech)
  const staff = floor.agents()
  const owner = place.with === undefined ? undefined : staff[place.with]
  const speaker = place.handedOverBy === undefined ? owner : staff[place.handedOverBy]
  let member: CastMember | undefined
  let conversation = 0 as ConversationId

  const visitorSays = (text: string): void => {
    member ??= cast.newcomer(place.speech, script.topic)
    member.isBusy = true
    conversation = floor.say(member.id, text)
  }

  const sendPhoto = (): void => {
    if (member) floor.sendPhoto(member.id)
  }

  const agentSays = (agent: FloorAgent, text: string): void => {
    floor.agentReads(agent.id, conversation, floor.lastOffset(conversation))
    floor.reply(agent.id, conversation, fillText(text, { agent: agent.colleague.callName[language] }))
    if (member) floor.visitorReads(member.id, conversation, floor.lastOffset(conversation))
  }

  const give = (agent: FloorAgent): void => {
    const loadOf = (one: FloorAgent): number => floor.desk.loadOf(one.id)
    const candidates = staff
      .filter((one) => one === agent || loadOf(one) > loadOf(agent))
      .map((one) => ({ agent: one.id, load: loadOf(one), capacity: one.colleague.capacity }))
      .map((candidate) => ({ ...candidate, score: candidate.load / candidate.capacity }))
      .toSorted((left, right) => left.score - right.score)
    floor.assign(conversation, agent.id, { layer: 'load', rule: 'least_share', candidates }, 'router')
  }

  const handOver = (from: FloorAgent, to: FloorAgent): void => {
    const note = script.note === '' ? script.topic : script.note
    floor.act({ type: 'transfer', actor: { kind: 'agent', id: from.id }, conversation, agent: to.id, note })
  }

  const moments: Moment[] = []
  let afterMs = 0
  const add = (task: () => void, laterMs = 0): void => void moments.push({ afterMs: afterMs + laterMs, task })

  for (const [index, { who, bubbles }] of script.steps.slice(0, place.turns).entries()) {
    if (who === 'agent') afterMs += (index === 1 ? firstAnswerMs : agentThinksMs)(USUAL_LOAD, dice)
    else if (index > 0) afterMs += visitorThinksMs(dice)
    for (const bubble of bubbles) {
      if (moments.length > 0) afterMs += typingMs(bubble, who, language, dice)
      if (who === 'visitor') add(() => visitorSays(bubble))
      else if (speaker) add(() => agentSays(speaker, bubble))
      // In the same moment, or the floor's own dispatcher might be quicker.
      if (moments.length === 1 && speaker) add(() => give(speaker))
    }
    if (who === 'visitor' && index === 2 && script.topic === 'damage') add(sendPhoto)
  }
  if (speaker && owner && owner !== speaker) add(() => handOver(speaker, owner), NOTE_TAKES_MS)
  return moments
}
