import { describe, expect, it } from 'vitest'
import { parseMessageText } from '../../protocol/index.ts'
import type { Speech } from './all-scenarios.ts'
import { createDice, seededFraction } from './dice.ts'
import { writeFollowUp, writeScript, type Script } from './script.ts'

const LOCAL_MS = Date.UTC(2026, 2, 14, 15)
const scriptsOf = (speech: Speech, count: number, seed = 1): Script[] => {
  const dice = createDice(seededFraction(seed))
  return Array.from({ length: count }, () => writeScript({ speech, localMs: LOCAL_MS }, dice))
}
const bubblesOf = (scripts: readonly Script[]): string[] =>
  scripts.flatMap(({ steps }) => steps.flatMap(({ bubbles }) => bubbles))

describe.each(['zh', 'en', 'mixed'] as const)('scripts: %s', (speech) => {
  const scripts = scriptsOf(speech, 800)

  it('alternate, the visitor first', () => {
    for (const { steps } of scripts) {
      expect(steps.map(({ who }, index) => [index, who])).toEqual(
        steps.map((_, index) => [index, index % 2 === 0 ? 'visitor' : 'agent']),
      )
      expect(steps.length).toBeGreaterThan(1)
      for (const { bubbles } of steps) expect(bubbles.length).toBeGreaterThan(0)
    }
  })

  it('leave nothing open but the speaker, and every bubble may be sent', () => {
    const said = [...scripts, ...scripts.slice(0, 100).map((script) => writeFollowUp(script, createDice(Math.random)))]
    for (const bubble of bubblesOf(said)) {
      expect(bubble).not.toMatch(/[{}](?<!\{agent\})(?!agent\})/u)
      expect(bubble).not.toMatch(/^[A-Za-z]{1,6}>/u)
      expect(bubble).not.toMatch(/[!！]{2}|\|/u)
      expect(parseMessageText(bubble, 0)).toEqual({ ok: true, value: bubble })
    }
    for (const { note } of scripts) expect(note).not.toMatch(/[{}]/u)
  })
})

it('are the same from the same seed, and others from another', () => {
  expect(scriptsOf('zh', 50, 7)).toEqual(scriptsOf('zh', 50, 7))
  expect(scriptsOf('zh', 50, 7)).not.toEqual(scriptsOf('zh', 50, 8))
})

it('are about one order from the first line to the last', () => {
  for (const script of scriptsOf('zh', 300)) {
    const orders = new Set(bubblesOf([script]).flatMap((bubble) => bubble.match(/SL\d{10}/gu) ?? []))
    expect(orders.size).toBeLessThanOrEqual(1)
  }
})

it('hand over with a note about what was said, not about another case', () => {
  const dice = createDice(seededFraction(5))
  for (let round = 0; round < 200; round += 1) {
    const { steps, note, facts } = writeScript({ speech: 'zh', localMs: LOCAL_MS, topic: 'complaint' }, dice)
    const said = steps.flatMap(({ bubbles }) => bubbles).join('')
    expect(note.includes(`客户对${facts.ware}`), `${said} → ${note}`).toBe(said.includes('图片'))
  }
})

it('can be asked for by their matter', () => {
  const dice = createDice(seededFraction(3))
  for (let round = 0; round < 20; round += 1)
    expect(writeScript({ speech: 'en', localMs: LOCAL_MS, topic: 'brewing' }, dice).topic).toBe('brewing')
})
