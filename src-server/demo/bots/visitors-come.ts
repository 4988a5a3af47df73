// The stream of visitors: those left over from before are there at once, the others come as time passes.
import type { VisitorId } from '../../protocol/index.ts'
import type { BotWorld } from './bot-world.ts'
import { runTalk } from './running-talk.ts'
import type { Visit, VisitStream } from './visit-stream.ts'
import { playVisitor } from './visitor-bot.ts'

type Coming = {
  readonly world: BotWorld
  readonly visits: VisitStream
  readonly tokenOf: (visitor: VisitorId) => string
}

/** Nobody should come at the very moment of the start, and never two at once. */
const SHORTEST_PAUSE_MS = 3_000

const play = async ({ world, visits, tokenOf }: Coming, one: Visit, isNew: boolean): Promise<void> => {
  const { life, dice, pace, talks, logger } = world
  const talk = runTalk(one.script)
  talks.set(one.visitor, talk)
  const client = world.connect(tokenOf(one.visitor), one.profile.locale, `visitor-${one.visitor}/`)
  try {
    const patienceMs = isNew ? pace.patienceMs : pace.firstPatienceMs
    const wasHere = await playVisitor({
      client,
      talk,
      life,
      dice,
      patienceMs,
      ...(isNew && { page: one.profile.page }),
    })
    if (wasHere) visits.left(one)
    else logger.warn({ link: client.state().link }, 'a demo visitor could not reach the desk')
  } finally {
    talks.delete(one.visitor)
    world.disconnect(client)
  }
}

export const letVisitorsCome = async (coming: Coming): Promise<void> => {
  const { world, visits } = coming
  const { life, dice, pace, talks } = world
  world.run('left over', async () => {
    for (const one of await visits.leftOver()) world.run('left over', () => play(coming, one, false))
  })

  const newcomers = new Set<VisitorId>()
  /** Who only lingers on the page does not count. */
  const talking = (): number => Array.from(newcomers).filter((visitor) => talks.get(visitor)?.next()).length
  const comeAndGo = async (): Promise<void> => {
    const next = await visits.next()
    if (life.isOver || talks.has(next.visitor)) return
    newcomers.add(next.visitor)
    await play(coming, next, true).finally(() => newcomers.delete(next.visitor))
  }
  while (!life.isOver) {
    const restMs = -Math.log(1 - dice.fraction()) * (pace.visitEveryMs - SHORTEST_PAUSE_MS)
    await life.pause(SHORTEST_PAUSE_MS + restMs)
    if (talking() < pace.visitsAtOnce) world.run('visit', comeAndGo)
  }
}
