import { describe, expect, it } from 'vitest'
import type { FromDoctor, ToDoctor } from '../../src-server/app/doctor/doctor-messages.ts'
import type { FromLoadOffice } from '../../src-server/app/doctor/self-load/office-messages.ts'
import type { ToServer } from '../../src-server/app/start/host-messages.ts'
import type { DoctorCheck } from '#protocol/doctor-report.ts'
import type { CheckupState } from '../bridge/bridge-contract.ts'
import { CheckupHost } from './checkup-host.ts'
import type { ChildEvents, Launch } from './server-child.ts'

const both = { en: 'a', zh: '甲' }
const check: DoctorCheck = {
  id: 'port',
  state: 'ok',
  verdict: 'free',
  measured: {},
  name: both,
  figure: null,
  says: both,
  advice: null,
}
const report = { version: '1', dataFolder: '/desk', state: 'ok', checks: [check] } as const

class FakeChildren<From, To> {
  readonly launched: { readonly events: ChildEvents<From>; readonly posted: To[]; readonly args: unknown }[] = []
  readonly launch =
    (args: unknown): Launch<From, To> =>
    (events) => {
      const child = { events, posted: [] as To[], args }
      this.launched.push(child)
      return { post: (message) => void child.posted.push(message), kill: () => events.exited(null) }
    }
  get last() {
    const child = this.launched.at(-1)
    if (!child) throw new Error('nothing was launched')
    return child
  }
}

const makeHost = () => {
  const doctors = new FakeChildren<FromDoctor, ToDoctor>()
  const offices = new FakeChildren<FromLoadOffice, ToServer>()
  const states: CheckupState['kind'][] = []
  let timeUp: (() => void) | undefined
  const host = new CheckupHost({
    launchDoctor: doctors.launch,
    launchOffice: offices.launch,
    timer: {
      now: () => 7,
      after: (_, task) => {
        timeUp = task
        return () => {
          timeUp = undefined
        }
      },
    },
    log: () => undefined,
    changed: ({ kind }) => void states.push(kind),
  })
  return { host, doctors, offices, states, waitsFor: () => timeUp }
}

describe('the host of a checkup', () => {
  it('gathers what is checked, then keeps the report', () => {
    const { host, doctors } = makeHost()
    host.start(true)
    doctors.last.events.message({ type: 'checked', check })
    doctors.last.events.message({ type: 'progress', progress: { share: 0.5, visitors: 500, p99Ms: null } })
    expect(host.state).toEqual({
      kind: 'running',
      checks: [check],
      progress: { share: 0.5, visitors: 500, p99Ms: null },
    })
    doctors.last.events.message({ type: 'report', report })
    doctors.last.events.exited(0)
    expect(host.state).toEqual({ kind: 'done', report, atMs: 7 })
  })

  it('runs one at a time, and another one afterwards', () => {
    const { host, doctors } = makeHost()
    host.start(true)
    host.start(false)
    expect(doctors.launched.map(({ args }) => args)).toEqual([true])
    doctors.last.events.message({ type: 'report', report })
    doctors.last.events.exited(0)
    host.start(false)
    expect(doctors.launched.map(({ args }) => args)).toEqual([true, false])
  })

  it('carries words between the checkup and the server of its self-load, and tells when that is gone', () => {
    const { host, doctors, offices } = makeHost()
    host.start(true)
    doctors.last.events.message({ type: 'open-office', args: ['folder', '500', '4000'] })
    expect(offices.last.args).toEqual(['folder', '500', '4000'])
    const failed = { type: 'failed', text: both } as const
    offices.last.events.message(failed)
    doctors.last.events.message({ type: 'close-office' })
    expect(offices.last.posted).toEqual([{ type: 'stop' }])
    offices.last.events.exited(0)
    expect(doctors.last.posted).toEqual([{ type: 'office-said', message: failed }, { type: 'office-gone' }])
  })

  it('[D9.23] a checkup that died takes the server of its self-load with it, killed if it hangs', () => {
    const { host, doctors, offices, waitsFor } = makeHost()
    host.start(true)
    doctors.last.events.message({ type: 'open-office', args: [] })
    doctors.last.events.exited(139)
    expect(host.state.kind).toBe('failed')
    expect(offices.last.posted).toEqual([{ type: 'stop' }])
    host.start(true)
    expect(doctors.launched).toHaveLength(1)
    waitsFor()?.()
    host.start(true)
    expect(doctors.launched).toHaveLength(2)
  })

  it('[D9.23] stopped, it is idle again once both are gone', async () => {
    const { host, doctors, offices, states } = makeHost()
    host.start(true)
    doctors.last.events.message({ type: 'open-office', args: [] })
    const stopped = host.stop()
    expect(doctors.last.posted).toEqual([{ type: 'stop' }])
    doctors.last.events.exited(0)
    expect(host.state).toEqual({ kind: 'idle' })
    let isOver = false
    void stopped.then(() => {
      isOver = true
    })
    await Promise.resolve()
    expect(isOver).toBe(false)
    offices.last.events.exited(0)
    await stopped
    expect(states).toEqual(['running', 'idle'])
  })

  it('without a checkup there is nothing to wait for', async () => {
    await expect(makeHost().host.stop()).resolves.toBeUndefined()
  })
})
