// The last two hours: what somebody finds who opens the desk for the first time. A few wait, a few are theirs, the rest is
// with colleagues. Each conversation is cut off in the middle and placed so that its last word was said when the scene wants.
import type { Dice } from '../talk/dice.ts'
import { writeScript } from '../talk/script.ts'
import type { Cast } from './cast.ts'
import { cutOffTalk, type CutOff } from './cut-off-talk.ts'
import type { ShopFloor } from './shop-floor.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

const [OWNER, SIQI, DANIEL, JIAHAO, EMMA] = [0, 1, 2, 3, 4]

const scene: readonly CutOff[] = [
  { speech: 'zh', topic: 'delivery', turns: 1, lastAgoMs: 35 * SECOND_MS },
  { speech: 'en', topic: 'brewing', turns: 1, lastAgoMs: 95 * SECOND_MS },
  { speech: 'zh', topic: 'coupon', turns: 1, lastAgoMs: 4 * MINUTE_MS },
  { speech: 'zh', topic: 'damage', with: OWNER, turns: 3, lastAgoMs: 70 * SECOND_MS },
  { speech: 'en', topic: 'wholesale', with: OWNER, turns: 3, lastAgoMs: 3.2 * MINUTE_MS },
  { speech: 'zh', topic: 'complaint', with: OWNER, turns: 3, lastAgoMs: 2.1 * MINUTE_MS, handedOverBy: JIAHAO },
  { speech: 'zh', topic: 'invoice', with: OWNER, turns: 4, lastAgoMs: 11 * MINUTE_MS },
  { speech: 'zh', topic: 'advice', with: SIQI, turns: 3, lastAgoMs: 25 * SECOND_MS },
  { speech: 'zh', topic: 'refund', with: SIQI, turns: 2, lastAgoMs: 2 * MINUTE_MS },
  { speech: 'zh', topic: 'teaware', with: JIAHAO, turns: 5, lastAgoMs: 50 * SECOND_MS },
  { speech: 'en', topic: 'delivery', with: EMMA, turns: 3, lastAgoMs: 40 * SECOND_MS },
  { speech: 'mixed', topic: 'advice', with: EMMA, turns: 2, lastAgoMs: 6 * MINUTE_MS },
  { speech: 'en', topic: 'invoice', with: DANIEL, turns: 3, lastAgoMs: 1.5 * MINUTE_MS },
]

export const liveConversations = scene.length

/** Plans all of it; the floor then runs up to `endMs`. */
export const playScene = (floor: ShopFloor, cast: Cast, endMs: number, dice: Dice): void => {
  for (const place of scene) {
    const { speech, topic, lastAgoMs } = place
    const localMs = endMs - floor.now() + floor.localNow()
    const moments = cutOffTalk({ floor, cast, place, dice, script: writeScript({ speech, topic, localMs }, dice) })
    const lastMs = moments.at(-1)?.afterMs ?? 0
    for (const { afterMs, task } of moments) floor.at(endMs - lastAgoMs - lastMs + afterMs, task)
  }
}
