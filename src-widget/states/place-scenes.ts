// Somebody who wrote and waits: their place in the queue, or why there is none yet.
import type { LinkState, Place } from '#client/client-state.ts'
import { at, clientState, createScript, view, visitor } from '../testing/build-entries.ts'
import { say, sceneNow, type MakeScene } from './scene.ts'

const minute = 60_000
const live = (): LinkState => ({ kind: 'live', since: sceneNow })

const inQueue =
  (place: Partial<Place>): MakeScene =>
  (locale) => {
    const script = createScript()
    const ask = say(locale, 'Where is my parcel? Order 20261118-0042', '我的包裹到哪里了？订单号 20261118-0042')
    script.say(visitor, sceneNow - minute, ask)
    const told: Place = { state: 'waiting', position: 0, waitMs: null, opensAt: null, ...place }
    const summary = { waitingSince: at(sceneNow - minute) }
    return { state: clientState([view(1, script.entries, { summary, place: told })], { link: live() }) }
  }

export const placeScenes = {
  placeNext: inQueue({ position: 1, waitMs: minute }),
  placeFar: inQueue({ position: 128, waitMs: 45 * minute }),
  placeUnknown: inQueue({ position: 3 }),
  placeClosed: inQueue({ state: 'closed', opensAt: at(sceneNow + 23 * 60 * minute) }),
  placeClosedToday: inQueue({ state: 'closed', opensAt: at(sceneNow + 60 * minute) }),
  placeClosedForLong: inQueue({ state: 'closed' }),
  placeFull: inQueue({ state: 'full' }),
} satisfies Readonly<Record<string, MakeScene>>
