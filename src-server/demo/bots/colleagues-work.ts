// The colleagues sit down one after another, work, and step out now and then. The owner's desk is left to the person who
// tries the demo.
import type { ConversationSummary } from '../../protocol/index.ts'
import type { Client } from '#client/client.ts'
import { colleagues } from '../colleagues.ts'
import { shopUrl } from '../talk/shop-goods.ts'
import { createAgentBot, type Successor } from './agent-bot.ts'
import type { AgentSeat } from './agent-seats.ts'
import type { BotWorld } from './bot-world.ts'
import type { Language } from '../talk/scenario.ts'

/** The person gets some of what is handed over, not all of it. */
const HANDED_TO_OWNER = 0.3
const LIVE_WITHIN_MS = 30_000

const successorOf = ({ dice }: BotWorld, seats: readonly AgentSeat[], client: Client, own: AgentSeat) => {
  const owner = colleagues[0]
  return (language: Language): Successor | undefined => {
    const able = Array.from(client.state().agents.values()).filter(
      ({ id, connected, status, active }) => connected && active && status === 'online' && id !== own.id,
    )
    const person = able.find(({ role }) => role === 'owner')
    const others = able.filter(({ id }) => seats.some((seat) => seat.id === id))
    const chosen =
      person && (others.length === 0 || dice.chance(HANDED_TO_OWNER))
        ? person
        : others.at(dice.whole(0, 99) % Math.max(1, others.length))
    if (!chosen) return undefined
    const colleague = seats.find(({ id }) => id === chosen.id)?.colleague ?? owner
    return { id: chosen.id, callName: colleague?.callName[language] ?? chosen.name }
  }
}

const stepOut = async ({ life, dice, pace }: BotWorld, client: Client): Promise<void> => {
  while (!life.isOver) {
    await life.pause(pace.breakEveryMs * (0.5 + dice.fraction()))
    await client.setStatus(dice.chance(0.7) ? 'away' : 'busy')
    await life.pause(pace.breakMs * (0.5 + dice.fraction()))
    await client.setStatus('online')
  }
}

const sitDown = async (world: BotWorld, seats: readonly AgentSeat[], seat: AgentSeat): Promise<void> => {
  const { life, dice, logger, talks } = world
  const client = world.connect(seat.token, 'zh-CN', `agent-${seat.id}/`)
  createAgentBot({
    client,
    life,
    dice,
    logger,
    self: seat,
    talkOf: ({ visitor }: ConversationSummary) => talks.get(visitor.id),
    isStranger: ({ visitor }: ConversationSummary) => !visitor.page.url.startsWith(shopUrl),
    successor: successorOf(world, seats, client, seat),
  }).run()
  if (!(await life.until(client, ({ link }) => link.kind === 'live', LIVE_WITHIN_MS)))
    logger.warn({ link: client.state().link }, 'a demo colleague could not reach the desk')
  // An earlier start may have ended in the middle of a break.
  await client.setStatus('online')
  await stepOut(world, client)
}

export const seatColleagues = async (world: BotWorld, seats: readonly AgentSeat[]): Promise<void> => {
  const { life, pace, dice } = world
  for (const seat of seats) {
    await life.pause(pace.seatEveryMs * (0.7 + 0.6 * dice.fraction()))
    world.run('colleague', () => sitDown(world, seats, seat))
  }
}
