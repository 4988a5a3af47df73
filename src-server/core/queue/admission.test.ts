import { expect, it } from 'vitest'
import type { EpochMs } from '../../protocol/index.ts'
import { admissionTo } from './admission.ts'

const at = (iso: string): EpochMs => Date.parse(iso) as EpochMs
const noon = at('2026-06-05T12:00:00Z')
const hours = { timeZone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: 540, to: 1080 }]), exceptions: [] }

it('[D7.22] closed: leave a message, and hear when the group opens', () => {
  const nobody = { length: 0, isSomebodyFree: false }
  expect(admissionTo({ hours, maxQueue: 5 }, nobody, at('2026-06-05T20:00:00Z'))).toEqual({
    admit: 'message',
    why: 'closed',
    opensAt: at('2026-06-06T09:00:00Z'),
  })
  const never = { ...hours, week: Array.from({ length: 7 }, () => []) }
  expect(admissionTo({ hours: never, maxQueue: 5 }, nobody, noon)).toMatchObject({ why: 'closed', opensAt: null })
})

it('[D7.22] full: leave a message; whoever is served at once does not wait', () => {
  const full = { admit: 'message', why: 'full', opensAt: null }
  const ask = (maxQueue: number, length: number, isSomebodyFree: boolean) =>
    admissionTo({ hours, maxQueue }, { length, isSomebodyFree }, noon)
  expect(ask(5, 4, false)).toEqual({ admit: 'queue' })
  expect(ask(5, 5, true)).toEqual(full)
  expect(ask(0, 0, true)).toEqual({ admit: 'queue' })
  expect(ask(0, 0, false)).toEqual(full)
})
