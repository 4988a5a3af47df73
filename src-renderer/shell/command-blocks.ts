// Why a command can do nothing at this moment, in the order in which a person would want to know it. Every reason has its words in
// i18n (deskCommands.blocked): the palette shows them, and a key that was pressed in vain says them.
import { NO_AGENT, NO_CONVERSATION, type ConversationSummary, type Offer } from '#protocol'
import type { Desk } from '../stores/desk.ts'
import { isFiltering } from '../stores/inbox-query.ts'
import { offersTo } from '../stores/offers-to.ts'
import { canTakeOver } from '../stores/ownership.ts'
import { nextInQueue } from '../stores/serving-order.ts'
import { shownConversation, shownQuery } from '../stores/workspace-store.ts'

export type Blocked =
  | 'offline'
  | 'noConversation'
  | 'isClosed'
  | 'notYours'
  | 'nobodyHasIt'
  | 'notLeading'
  | 'noOffer'
  | 'nobodyWaits'
  | 'notAsking'
  | 'notInList'
  | 'nothingPicked'
  | 'noFilter'
  | 'unsent'
  | 'isAlone'

type Block = (desk: Desk) => Blocked | undefined

export const shownSummary = ({ workspace, session }: Desk): ConversationSummary | undefined =>
  session.client.state().conversations.get(shownConversation(workspace.getState()))?.summary

export const roleOf = ({ session }: Desk) =>
  session.client.state().agents.get(session.self.id)?.role ?? session.self.role

export const firstOffer = ({ session }: Desk): Offer | undefined =>
  offersTo(session.self.id, session.client.state().offers, Date.now())[0]

/** Of several, the first that holds. */
export const anyOf =
  (...blocks: readonly Block[]): Block =>
  (desk) => {
    for (const block of blocks) {
      const why = block(desk)
      if (why !== undefined) return why
    }
    return undefined
  }

const when =
  (why: Blocked, holds: (desk: Desk) => boolean): Block =>
  (desk) =>
    holds(desk) ? why : undefined

export const offline = when('offline', ({ session }) => session.client.state().link.kind !== 'live')

export const nothingShown = when('noConversation', (desk) => shownSummary(desk) === undefined)

export const isAloneAlready = when('isAlone', ({ isAlone }) => isAlone)

export const isClosed = when('isClosed', (desk) => shownSummary(desk)?.status === 'closed')

const notYours = when('notYours', (desk) => shownSummary(desk)?.owner !== desk.session.self.id)

export const mayNotMove = when(
  'notYours',
  (desk) => shownSummary(desk)?.owner !== desk.session.self.id && !canTakeOver(roleOf(desk)),
)

/** An open conversation of my own. */
export const notMine = anyOf(nothingShown, isClosed, notYours)

export const notAnothers = when('nobodyHasIt', (desk) => {
  const owner = shownSummary(desk)?.owner
  return owner === NO_AGENT || owner === desk.session.self.id
})

export const notLeading = when('notLeading', (desk) => !canTakeOver(roleOf(desk)))

export const noOffer = when('noOffer', (desk) => firstOffer(desk) === undefined)

/** Neither on the screen nor in the queue is anything to take. */
export const nothingToTake = when('nobodyWaits', (desk) => {
  const shown = shownSummary(desk)
  const isThere = shown?.status === 'open' && shown.owner !== desk.session.self.id
  return !isThere && nextInQueue(desk.session.client.state().conversations.values()) === undefined
})

export const notAsking = when('notAsking', (desk) => {
  const id = shownConversation(desk.workspace.getState())
  return id === NO_CONVERSATION || desk.session.client.state().offers.get(id)?.from !== desk.session.self.id
})

/** With conversations picked a command is about them: each is judged when it is done. */
export const unlessPicked =
  (block: Block): Block =>
  (desk) =>
    desk.selection.getState().picked.size > 0 ? offline(desk) : block(desk)

export const nothingPicked = when('nothingPicked', ({ selection }) => selection.getState().picked.size === 0)

export const notInList = when('notInList', ({ workspace }) => workspace.getState().place.section !== 'inbox')

export const noFilter = when('noFilter', ({ workspace }) => !isFiltering(shownQuery(workspace.getState())))

export const unsent = when('unsent', ({ session }) => session.client.state().outbox.length > 0)
