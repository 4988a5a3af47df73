import { describe, expect, it } from 'vitest'
import { createQuitFlow, othersThan, type Others } from './quit-flow.ts'

const makeFlow = (others: Others) => {
  const asked: Others[] = []
  const done: string[] = []
  let answer: (isYes: boolean) => void = () => undefined
  const flow = createQuitFlow({
    others: () => Promise.resolve(others),
    ask: (who) => {
      asked.push(who)
      return new Promise((resolve) => {
        answer = resolve
      })
    },
    drain: () => {
      done.push('drained')
      return Promise.resolve()
    },
  })
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
  }
  return { flow, asked, done, settle, answer: (isYes: boolean) => answer(isYes) }
}

describe('quitting a host', () => {
  it('asks nobody when nobody else is there', async () => {
    const { flow, asked, done } = makeFlow({ agents: 0, visitors: 0 })
    expect(await flow.attempt()).toBe(true)
    expect([asked, done]).toEqual([[], ['drained']])
  })

  it('tells who is connected, and stays when the person says so', async () => {
    const { flow, asked, done, settle, answer } = makeFlow({ agents: 3, visitors: 12 })
    const attempt = flow.attempt()
    await settle()
    expect(asked).toEqual([{ agents: 3, visitors: 12 }])
    answer(false)
    expect(await attempt).toBe(false)
    expect([done, flow.isQuitting]).toEqual([[], false])
  })

  it('drains before it goes, and asks once however often one tries', async () => {
    const { flow, asked, done, settle, answer } = makeFlow({ agents: 0, visitors: 1 })
    const attempts = [flow.attempt(), flow.attempt()]
    await settle()
    expect(flow.isQuitting).toBe(false)
    answer(true)
    expect(await Promise.all(attempts)).toEqual([true, true])
    expect([asked.length, done, flow.isQuitting]).toEqual([1, ['drained'], true])
  })

  it('asks again after somebody stayed', async () => {
    const { flow, asked, settle, answer } = makeFlow('unknown')
    for (const isYes of [false, true]) {
      const attempt = flow.attempt()
      await settle()
      answer(isYes)
      expect(await attempt).toBe(isYes)
    }
    expect(asked).toEqual(['unknown', 'unknown'])
  })

  it('does not hold up a system that shuts down', async () => {
    const { flow, asked, done } = makeFlow({ agents: 3, visitors: 12 })
    flow.systemEnds()
    expect(await flow.attempt()).toBe(true)
    expect([asked, done]).toEqual([[], ['drained']])
  })
})

it.each([
  [true, { agents: 4, visitors: 2 }, { agents: 3, visitors: 2 }],
  [false, { agents: 4, visitors: 2 }, { agents: 4, visitors: 2 }],
  [true, { agents: 0, visitors: 0 }, { agents: 0, visitors: 0 }],
] as const)('the person who sits here (%s) is not one of the others: %j', (sitsHere, connected, others) => {
  expect(othersThan(sitsHere, connected)).toEqual(others)
})
