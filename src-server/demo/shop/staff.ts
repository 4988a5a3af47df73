// The five who work in the demo shop.
import type { Role } from '../../protocol/index.ts'

export type Colleague = {
  readonly name: string
  readonly login: string
  readonly role: Role
  readonly capacity: number
  /** Played by a bot, so that the desk is not empty of colleagues. */
  readonly isBot: boolean
}

export const staff: readonly Colleague[] = [
  { name: '陈敏 Min', login: 'min', role: 'owner', capacity: 8, isBot: false },
  { name: 'Laura Bennett', login: 'laura', role: 'admin', capacity: 8, isBot: false },
  { name: '王晓雨', login: 'xiaoyu', role: 'agent', capacity: 6, isBot: true },
  { name: '李建国', login: 'jianguo', role: 'agent', capacity: 8, isBot: false },
  { name: 'Sofia Marín', login: 'sofia', role: 'agent', capacity: 6, isBot: true },
]
