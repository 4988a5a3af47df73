// What every scenario is given, and what it is.
import type { CrowdSize } from '../crowd.ts'
import type { Figure } from './figure.ts'

export type ScenarioOptions = {
  readonly size: CrowdSize
  /** Messages a second. Undefined: what the scenario does by default. */
  readonly rate: number | undefined
  /** How long the part lasts that can be longer. */
  readonly seconds: number | undefined
  /** Messages in the database of `growth`. */
  readonly messages: number
}

export type Scenario = (options: ScenarioOptions) => Promise<readonly Figure[]>
