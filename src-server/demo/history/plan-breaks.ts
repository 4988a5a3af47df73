// The rhythm of the shop's days beside its visitors: shifts that begin, lunches, a colleague who steps out.
import type { AgentStatus } from '../../protocol/index.ts'
import { closingHour, colleagues, openingHour } from '../colleagues.ts'
import type { Dice } from '../talk/dice.ts'
import { DAY_MS, type Span } from './shop-calendar.ts'
import type { ShopFloor } from './shop-floor.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const STEPS_OUT = 0.24
/** Shifts begin on the half hour: whoever waits then is given out. */
const SHIFT_STEP_HOURS = 0.5
const BREAK_FROM_HOUR = 11.8
const LONGEST_BREAK_MS = 55 * MINUTE_MS

/** `span` in real time. */
export const planBreaks = (floor: ShopFloor, { fromMs, toMs }: Span, utcOffsetMs: number, dice: Dice): void => {
  const stepOut = (index: number): void => {
    const agent = floor.agents()[index]
    if (!agent || !floor.isAtWork(agent)) return
    const { id } = agent
    const setStatus = (status: AgentStatus): void => void floor.act({ type: 'status', agent: id, status })
    setStatus(dice.chance(0.8) ? 'away' : 'busy')
    floor.after(25 * MINUTE_MS + dice.fraction() * (LONGEST_BREAK_MS - 25 * MINUTE_MS), () => {
      setStatus('online')
      floor.dispatchSoon()
    })
  }

  const firstMidnight = fromMs + utcOffsetMs - ((fromMs + utcOffsetMs) % DAY_MS)
  for (let midnight = firstMidnight; midnight < toMs + utcOffsetMs; midnight += DAY_MS) {
    const plan = (hour: number, task: () => void, takesMs = 0): void => {
      const atMs = midnight - utcOffsetMs + hour * HOUR_MS
      if (atMs > fromMs && atMs + takesMs < toMs) floor.at(atMs, task)
    }
    for (let hour = openingHour; hour < closingHour; hour += SHIFT_STEP_HOURS) plan(hour, () => floor.dispatchSoon())
    for (const index of colleagues.keys())
      if (dice.chance(STEPS_OUT)) plan(BREAK_FROM_HOUR + 2 * dice.fraction(), () => stepOut(index), LONGEST_BREAK_MS)
  }
}
