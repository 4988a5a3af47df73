// Makes one moment of a visit true: the command it stands for, given to the history's writer.
import {
  NO_AGENT,
  NO_CONVERSATION,
  type AgentId,
  type AssignmentReason,
  type ConversationId,
  type EpochMs,
  type FileKey,
  type VisitorId,
} from '../protocol/index.ts'
import type { Dice } from './dice.ts'
import type { HistoryWriter } from './history-writer.ts'
import type { TakePhoto } from './shop/photos.ts'
import type { Colleague } from './shop/staff.ts'
import type { Talk } from './shop/talk.ts'
import type { Moment } from './shop/visit-plan.ts'

export type SeedStaff = Colleague & { readonly id: AgentId }

export type Visit = {
  readonly talk: Talk
  readonly visitor: VisitorId
  /** NO_CONVERSATION until the visitor has spoken. */
  conversation: ConversationId
  agent: SeedStaff
  /** Still under way when the desk opens. */
  readonly isOpen: boolean
}
export type Act = { readonly visit: Visit; readonly moment: Moment }

type Told<Does extends Moment['does']> = Extract<Moment, { readonly does: Does }>

const notes = {
  zh: ['客户问批发价，你比较熟', '我要去仓库，麻烦接一下', '老客户，上次是你跟的'],
  en: [
    'Asks about wholesale, you know that better',
    'I have to leave, could you take over?',
    'You helped them last time',
  ],
} as const

/** Pictures older than this are left out: they would only fill the disk. */
const PHOTOS_WITHIN_MS = 90 * 86_400_000

export const speaks = (colleague: Colleague, language: 'zh' | 'en'): boolean =>
  language === 'zh' ? /\p{Script=Han}/u.test(colleague.name) : /[A-Za-z]{3}/u.test(colleague.name)

export const createTeller = (parts: {
  readonly writer: HistoryWriter
  readonly dice: Dice
  readonly staff: readonly SeedStaff[]
  readonly takePhoto: TakePhoto
  readonly now: Date
}): ((act: Act) => void) => {
  const { writer, dice, staff } = parts
  let lastCid = 0
  const nextCid = (): string => `demo-${(lastCid += 1).toString(36).padStart(6, '0')}`

  const reasonFor = (agent: AgentId): AssignmentReason => ({
    layer: 'load',
    rule: 'least_loaded',
    candidates: staff.map(({ id, capacity }) => {
      const load = id === agent ? 0 : dice.between(1, 3)
      return { agent: id, load, capacity, score: load / capacity }
    }),
  })

  const photo = ({ visitor, talk }: Visit, at: EpochMs): readonly FileKey[] => {
    if (parts.now.getTime() - at > PHOTOS_WITHIN_MS) return []
    const file = parts.takePhoto(talk.language === 'zh' ? '破损照片.jpg' : 'damage.jpg')
    writer.addFile(file, { author: { kind: 'visitor', id: 0 }, visitor }, at)
    return [file.key]
  }

  const say = (visit: Visit, { who, text, hasPhoto }: Told<'says'>, at: EpochMs): void => {
    const isVisitor = who === 'visitor'
    const state = isVisitor ? undefined : writer.conversation(visit.conversation)
    // A visitor who came twice may have been given to somebody else, or closed, in between.
    if (!isVisitor && (state?.owner !== visit.agent.id || state.status === 'closed')) return
    const actor = isVisitor
      ? ({ kind: 'visitor', id: visit.visitor } as const)
      : ({ kind: 'agent', id: visit.agent.id } as const)
    const conversation = isVisitor ? NO_CONVERSATION : visit.conversation
    const files = hasPhoto ? photo(visit, at) : []
    visit.conversation = writer.act({ type: 'send', actor, conversation, cid: nextCid(), text, files }, at).conversation
  }

  const assign = ({ conversation, agent }: Visit, at: EpochMs): void => {
    const state = writer.conversation(conversation)
    if (!state || state.status === 'closed' || state.owner === agent.id) return
    const ids = { conversation: state.id, agent: agent.id, expectedOwner: state.owner }
    writer.act({ type: 'assign', actor: { kind: 'system' }, ...ids, reason: reasonFor(agent.id) }, at)
  }

  const transfer = (visit: Visit, at: EpochMs): void => {
    if (writer.conversation(visit.conversation)?.owner !== visit.agent.id) return
    const { language } = visit.talk
    const to = dice.pick(staff.filter((one) => one.id !== visit.agent.id && speaks(one, language)))
    const actor = { kind: 'agent', id: visit.agent.id } as const
    const note = dice.pick<string>(notes[language])
    writer.act({ type: 'transfer', actor, conversation: visit.conversation, agent: to.id, note }, at)
    visit.agent = to
  }

  const close = ({ conversation, visitor, isOpen }: Visit, { reason }: Told<'is closed'>, at: EpochMs): void => {
    const state = writer.conversation(conversation)
    if (isOpen || !state || state.status === 'closed') return
    const marks = { conversation, delivered: state.lastOffset, read: state.lastOffset } as const
    writer.act({ type: 'receipt', reader: { kind: 'visitor', id: 0 }, visitor, ...marks }, at)
    const actor =
      state.owner === NO_AGENT ? ({ kind: 'system' } as const) : ({ kind: 'agent', id: state.owner } as const)
    if (actor.kind === 'agent') writer.act({ type: 'receipt', reader: actor, visitor: 0, ...marks }, at)
    writer.act({ type: 'close', actor, conversation, reason }, at)
  }

  return ({ visit, moment }) => {
    const at = Math.round(moment.at) as EpochMs
    switch (moment.does) {
      case 'says':
        return say(visit, moment, at)
      case 'is assigned':
        return assign(visit, at)
      case 'is transferred':
        return transfer(visit, at)
      case 'is closed':
        return close(visit, moment, at)
      default:
        return moment satisfies never
    }
  }
}
