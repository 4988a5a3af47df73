import { expect, it } from 'vitest'
import type { ConversationView } from '#client/client-state.ts'
import { createGroupQueues, type Standing } from '../../src-server/core/queue/group-queues.ts'
import { createSeededRandom } from '../../src-server/testing/seeded-random.ts'
import { agentAuthor, sampleEntry, sampleMessage, sampleSummary, sampleView, visitorAuthor } from '../dev/sample.ts'
import { inServingOrder, nextInQueue, standingOf } from './serving-order.ts'

const queued = (at: number, front: boolean) => sampleEntry({ offset: at, at }, 'conversation.queued', { front })
const assigned = (at: number, agent: number) => sampleEntry({ offset: at, at }, 'conversation.assigned', { agent })
const wait = (id: number, waitingSince: number, priority = 0, more: Partial<ConversationView> = {}): ConversationView =>
  sampleView(sampleSummary({ id, waitingSince, placed: { group: 0 as never, priority } }), more)
const idsOf = (...views: readonly ConversationView[]): readonly number[] => inServingOrder(views).map(({ id }) => id)

it('[D7.17] shows those who wait in the very order in which the server serves them', () => {
  const random = createSeededRandom(7)
  const below = (bound: number): number => Math.floor(random.fraction() * bound)
  for (let round = 0; round < 50; round += 1) {
    const queues = createGroupQueues()
    const views = Array.from({ length: 30 }, (_, index) => {
      const [since, priority, isFront] = [1 + below(20), below(3), below(5) === 0]
      const place = { id: index + 1, groups: [0], priority, isFront, queuedAt: since, cameAt: since }
      queues.add(place as unknown as Standing)
      const entries = [assigned(1, 2), queued(2, isFront)]
      return wait(index + 1, since, priority, { entries })
    })
    expect(idsOf(...views)).toEqual([...queues.inOrder(() => true)].map(({ id }) => id))
  }
})

it('[D7.17] in front is what a colleague lost, until somebody has it again or puts it back themselves', () => {
  const lost = [assigned(1, 2), sampleMessage({ offset: 2, at: 2, author: visitorAuthor }, 'hello?'), queued(3, true)]
  const isFront = (entries: ConversationView['entries']): boolean => standingOf(wait(1, 5, 0, { entries })).isFront
  expect(isFront(lost)).toBe(true)
  // Moved to another group meanwhile, it keeps its place.
  expect(isFront([...lost, queued(4, false)])).toBe(true)
  expect(isFront([...lost, assigned(4, 2), assigned(5, 0)])).toBe(false)
  expect(isFront([queued(4, false)])).toBe(false)
  expect(isFront([])).toBe(false)
})

it('[D7.3] put back after an answer, it stands where it came into the queue; a message left stands behind all', () => {
  const answered = [assigned(1, 2), sampleMessage({ offset: 2, at: 2, author: agentAuthor(2) }, 'yes'), assigned(6, 0)]
  const putBack = wait(3, 0, 0, { entries: answered })
  const left = wait(4, 1, 9, { place: { state: 'closed', position: 0, waitMs: null, opensAt: null } })
  expect(idsOf(left, putBack, wait(1, 5), wait(2, 7))).toEqual([1, 3, 2, 4])
})

it('[look] the next one to take is the first that nobody has', () => {
  const taken = sampleView(sampleSummary({ id: 9, owner: 2, waitingSince: 1 }))
  const over = sampleView(sampleSummary({ id: 8, status: 'closed' }))
  expect(nextInQueue([taken, over, wait(1, 5), wait(2, 9, 2)])).toBe(2)
  expect(nextInQueue([taken, over])).toBeUndefined()
})
