// The five who work in the demo shop: when they came, when they are at their desks, what visitors call them.
import type { Role } from '../protocol/index.ts'
import type { Language } from './talk/scenario.ts'

export type Colleague = {
  readonly name: string
  readonly login: string
  readonly role: Role
  /** Conversations at once. Small, so that a busy quarter of an hour makes a queue that can be seen. */
  readonly capacity: number
  /** How they introduce themselves. */
  readonly callName: Readonly<Record<Language, string>>
  /** Days after the shop opened its desk. */
  readonly cameAfterDays: number
  /** Hours of the day, by the shop's clock. */
  readonly from: number
  readonly to: number
  /** 0 is Sunday. */
  readonly daysOff: readonly number[]
}

/** In the order of their coming. The owner first: the account that is left to the person who tries the demo. */
export const colleagues: readonly Colleague[] = [
  {
    name: '沈若兰',
    login: 'ruolan',
    role: 'owner',
    capacity: 6,
    callName: { zh: '若兰', en: 'Ruolan' },
    cameAfterDays: 0,
    from: 10,
    to: 16,
    daysOff: [0, 6],
  },
  {
    name: '王思琪',
    login: 'siqi',
    role: 'agent',
    capacity: 3,
    callName: { zh: '思琪', en: 'Siqi' },
    cameAfterDays: 1,
    from: 9,
    to: 17.5,
    daysOff: [0, 3],
  },
  {
    name: 'Daniel Brooks',
    login: 'daniel',
    role: 'admin',
    capacity: 3,
    callName: { zh: 'Daniel', en: 'Daniel' },
    cameAfterDays: 24,
    from: 9.5,
    to: 18,
    daysOff: [0, 6],
  },
  {
    name: '陈嘉豪',
    login: 'jiahao',
    role: 'agent',
    capacity: 3,
    callName: { zh: '嘉豪', en: 'Jiahao' },
    cameAfterDays: 66,
    from: 12,
    to: 21,
    daysOff: [1],
  },
  {
    name: 'Emma Clarke',
    login: 'emma',
    role: 'agent',
    capacity: 3,
    callName: { zh: 'Emma', en: 'Emma' },
    cameAfterDays: 238,
    from: 11.5,
    to: 21,
    daysOff: [2, 4],
  },
]

/** By the shop's clock; visitors are told so. */
export const openingHour = 9
export const closingHour = 21
