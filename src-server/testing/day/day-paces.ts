// The pace of every group's queue in a simulated day, and how honest the estimates were that visitors got.
import type { EpochMs, GroupId } from '../../protocol/index.ts'
import type { GroupQueues } from '../../core/queue/group-queues.ts'
import { createQueuePace } from '../../core/queue/queue-pace.ts'
import { idOf, type DayWorld } from './day-world.ts'

export type DayPaces = {
  /** Before they leave the queues of these groups. */
  leaving(visitor: number, groups: readonly GroupId[], isServed: boolean): void
  /** After they have joined the queues of these groups. */
  joined(visitor: number, groups: readonly GroupId[]): void
  /** Of those who waited at all and heard an estimate when they came. */
  readonly honesty: { told: number; unknown: number; inTime: number; errorMs: number[] }
}

export const createDayPaces = (world: DayWorld, queues: GroupQueues): DayPaces => {
  const paces = new Map([...world.office.groups.keys()].map((group) => [group, createQueuePace()] as const))
  const told = new Map<number, { readonly at: EpochMs; readonly expectedMs: number; readonly atMostMs: number }>()
  const honesty = { told: 0, unknown: 0, inTime: 0, errorMs: [] as number[] }

  const tell = (visitor: number, group: GroupId | undefined): void => {
    const estimate =
      group === undefined ? undefined : paces.get(group)?.estimate(queues.positionIn(group, idOf(visitor)), world.now)
    if (estimate) told.set(visitor, { at: world.now, ...estimate })
    else told.set(visitor, { at: world.now, expectedMs: -1, atMostMs: -1 })
  }

  const compare = (visitor: number): void => {
    const was = told.get(visitor)
    told.delete(visitor)
    if (!was) return
    const waitedMs = world.now - was.at
    if (waitedMs < 1000) return
    if (was.expectedMs < 0) {
      honesty.unknown += 1
      return
    }
    honesty.told += 1
    if (waitedMs <= was.atMostMs) honesty.inTime += 1
    honesty.errorMs.push(Math.abs(waitedMs - was.expectedMs))
  }

  return {
    honesty,
    leaving(visitor, groups, isServed) {
      const waitedMs = isServed ? world.now - (told.get(visitor)?.at ?? world.now) : null
      for (const group of groups) {
        const position = queues.positionIn(group, idOf(visitor))
        paces.get(group)?.left(position, queues.lengthOf(group), waitedMs, world.now)
      }
      // Whoever left without an agent has not seen the end of their wait.
      if (isServed) compare(visitor)
      else told.delete(visitor)
    },
    joined(visitor, groups) {
      for (const group of groups) {
        const position = queues.positionIn(group, idOf(visitor))
        paces.get(group)?.joined(position, queues.lengthOf(group), world.now)
      }
      if (!told.has(visitor)) tell(visitor, groups[0])
    },
  }
}
