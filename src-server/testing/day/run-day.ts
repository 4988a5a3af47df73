// One simulated day on virtual time. Throws what promise broke; the seed shows it again.
import type { EpochMs, GroupId } from '../../protocol/index.ts'
import { createDayDesk } from './day-desk.ts'
import { createNamedDraws } from '../../core/what-if/named-draws.ts'
import { createBusyMeter, figuresOf, type DayFigures } from './day-figures.ts'
import { createDayOffice, createDayVisitors, DAY_END, DAY_START, HOUR, SECOND } from './day-office.ts'
import { createDayPeople } from './day-people.ts'
import type { DayPolicy } from './day-policies.ts'
import { createDayWatch, LOOK_EVERY_MS } from './day-watch.ts'
import { createDayWorld, count, dayEvents } from './day-world.ts'

export type DayOptions = {
  readonly seed: number
  readonly visitors: number
  readonly agents: number
  readonly policy: (fraction: () => number) => DayPolicy
}

const METER_EVERY_MS = 10 * SECOND
/** In the afternoon somebody deletes a group whose visitors wait. */
const DELETED_GROUP = 11 as GroupId
const DELETION_AT = DAY_START + 15 * HOUR

export const runDay = (options: DayOptions): DayFigures => {
  const draws = createNamedDraws(options.seed)
  const office = createDayOffice(options.agents, draws)
  const visitors = createDayVisitors(options.visitors, draws)
  const world = createDayWorld(office, visitors, draws)
  let drawn = 0
  const policy = options.policy(() => draws.fraction(41, 0, drawn++))
  const people = createDayPeople(world, policy, () => desk)
  const desk = createDayDesk(world, policy, people)
  const watch = createDayWatch(world, desk.queues)
  const meter = createBusyMeter(world)
  const { events } = world
  let arrived = 0
  let meteredAt: number = DAY_START
  let isLookPlanned = false

  for (const { at, agent, change, forMs } of office.timetable) events.add(at, dayEvents.change, agent, change, forMs)

  const arrive = (): void => {
    arrived += 1
    watch.arrived(arrived)
    desk.arrive(arrived)
    people.arrived(arrived)
    watch.stepped(arrived)
  }

  const happen = (): void => {
    const { kind, who, other, token } = events
    switch (kind) {
      case dayEvents.change:
        return people.agentChanges(who, other, token)
      case dayEvents.abandon:
        return people.abandon(who)
      case dayEvents.reply:
        return people.reply(who, token)
      case dayEvents.visitorWrites:
        return people.visitorWrites(who)
      case dayEvents.offerAnswer:
        return people.answerOffer(who, other)
      case dayEvents.look:
        isLookPlanned = false
        return watch.look()
      default:
        desk.commit(kind, who, other, token)
        return watch.stepped(who)
    }
  }

  let isGroupDeleted = false
  for (;;) {
    const arrival = visitors.arrivals[arrived] ?? Number.POSITIVE_INFINITY
    const deletion = isGroupDeleted ? Number.POSITIVE_INFINITY : DELETION_AT
    const at = Math.min(events.nextAt(), arrival, desk.nextDeadline(), deletion)
    if (at > DAY_END) break
    for (; meteredAt + METER_EVERY_MS <= at; meteredAt += METER_EVERY_MS) meter.pass(METER_EVERY_MS)
    // A deadline that is overdue is served now: time does not run back.
    world.now = Math.max(at, world.now) as EpochMs
    if (at === deletion) {
      isGroupDeleted = true
      desk.groupDeleted(DELETED_GROUP)
    } else if (at === arrival) arrive()
    else if (events.nextAt() === at) {
      events.take()
      happen()
    } else desk.takeDue()
    desk.pump()
    if (!isLookPlanned && watch.hasWork) {
      isLookPlanned = true
      events.add(world.now + LOOK_EVERY_MS, dayEvents.look, 0, 0, 0)
    }
  }
  watch.rest()
  for (const state of world.states) if (state) count(world, `at midnight: ${state.phase}`)
  return figuresOf(world, meter, desk.honesty)
}
