// Two years in the order of their time: the shop opens its desk, colleagues come, visitors come and come again, and the last
// hours are left as somebody finds them.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EpochMs } from '../../protocol/index.ts'
import { colleagues } from '../colleagues.ts'
import type { Speech } from '../talk/all-scenarios.ts'
import { createDice, seededFraction } from '../talk/dice.ts'
import { writeScript } from '../talk/script.ts'
import { createCast, type Cast } from './cast.ts'
import type { HistoryWriter } from './history-writer.ts'
import { liveConversations, playScene } from './live-scene.ts'
import type { TakePhoto } from './painted-photos.ts'
import { planBreaks } from './plan-breaks.ts'
import { playTalk, type Playing } from './play-talk.ts'
import { arrivals, DAY_MS } from './shop-calendar.ts'
import { createShopFloor, type ShopFloor } from './shop-floor.ts'

export type HistoryWish = {
  readonly writer: HistoryWriter
  readonly seed: number
  /** The story ends here. */
  readonly now: EpochMs
  /** Of the shop: what its clock on the wall is ahead of UTC. */
  readonly utcOffsetMs: number
  readonly days: number
  readonly conversations: number
  /** In the order of `colleagues`. */
  readonly passwordHashes: readonly string[]
  /** Without it nobody sends pictures. */
  readonly takePhoto?: TakePhoto | undefined
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** Whoever still waits from the night is answered from here on, so that the scene finds a tidy desk. */
const EVERYONE_IN_MS = 2.5 * HOUR_MS
const LAST_ARRIVAL_MS = 55 * MINUTE_MS
/** Before the first word of the scene; whatever is still open is closed here. */
const TIDY_MS = 24 * MINUTE_MS
const PHOTOS_KEPT_MS = 75 * DAY_MS
const RETURNING = 0.36
const speeches: readonly { readonly speech: Speech; readonly weight: number }[] = [
  { speech: 'zh', weight: 58 },
  { speech: 'en', weight: 37 },
  { speech: 'mixed', weight: 5 },
]

const hireAll = (floor: ShopFloor, startMs: number, lastMs: number, { passwordHashes }: HistoryWish): void => {
  colleagues.forEach((colleague, index) => {
    const { name, login, role, capacity, cameAfterDays } = colleague
    const hire = (): void => {
      const isFirst = index === 0
      const owner = floor.agents()[0]
      const { outcome } = floor.act({
        type: 'create-agent',
        actor: isFirst || !owner ? { kind: 'system' } : { kind: 'agent', id: owner.id },
        name,
        login,
        passwordHash: passwordHashes[index] ?? '',
        role,
        capacity,
        first: isFirst,
      })
      floor.hire({ id: outcome.agent, colleague })
    }
    // Ids in the order of the list, also in a history too short for everybody's first day.
    floor.at(Math.min(startMs + cameAfterDays * DAY_MS, lastMs), hire)
  })
}

type Story = Omit<Playing, 'script' | 'member' | 'isRecent'> & { readonly cast: Cast }

const visit = (story: Story): void => {
  const { floor, cast, dice } = story
  const known = dice.chance(RETURNING) ? cast.regular() : undefined
  const speech = known?.speech ?? dice.weighted(speeches).speech
  const script = writeScript({ speech, localMs: floor.localNow(), ...(known && { habits: known.habits }) }, dice)
  const isStranger = script.close === 'spam'
  const member = known && !isStranger ? known : cast.newcomer(speech, script.topic)
  if (member === known) cast.turnsUpAgain(member, script.topic, floor.now())
  member.isBusy = true
  playTalk({ ...story, script, member, isRecent: floor.now() > story.lastStartMs - PHOTOS_KEPT_MS })
}

/** Lets the process breathe (signals, a progress line) without the story noticing. */
const CHUNK_MS = 20 * DAY_MS

export const writeHistory = async (wish: HistoryWish): Promise<{ readonly visitors: number }> => {
  const { writer, now, days, conversations, utcOffsetMs } = wish
  const dice = createDice(seededFraction(wish.seed))
  const startMs = now - days * DAY_MS
  const floor = createShopFloor({ writer, dice, startMs, utcOffsetMs, takePhoto: wish.takePhoto })
  const cast = createCast(writer, dice)
  const lastStartMs = now - LAST_ARRIVAL_MS
  const story: Story = { floor, cast, dice, lastStartMs, plays: new Map() }
  floor.onAssigned((conversation) => story.plays.get(conversation)?.assigned())

  hireAll(floor, startMs, now - EVERYONE_IN_MS, wish)
  const span = { fromMs: startMs + HOUR_MS + utcOffsetMs, toMs: lastStartMs + utcOffsetMs }
  for (const localMs of arrivals(span, conversations - liveConversations, dice))
    floor.at(localMs - utcOffsetMs, () => visit(story))
  planBreaks(floor, { fromMs: startMs, toMs: now - EVERYONE_IN_MS }, utcOffsetMs, dice)
  floor.at(now - EVERYONE_IN_MS, () => {
    floor.callEveryoneIn()
    floor.dispatchSoon()
    playScene(floor, cast, now, dice)
  })

  for (let untilMs = startMs; untilMs < now - TIDY_MS; untilMs += CHUNK_MS) {
    floor.run(untilMs)
    await nextTurn()
  }
  floor.run(now - TIDY_MS)
  for (const play of story.plays.values()) play.cutShort(dice.pick(floor.agents().slice(1)).id)
  floor.run(now)
  return { visitors: cast.size }
}
