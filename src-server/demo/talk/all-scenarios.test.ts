import { describe, expect, it } from 'vitest'
import { courtesies } from './all-courtesies.ts'
import { allScenarios, languageOf, type Speech } from './all-scenarios.ts'
import { parseLine } from './choose-line.ts'
import { factNames, lateSlots } from './facts.ts'
import type { Scenario, Turn } from './scenario.ts'

const speeches: readonly Speech[] = ['zh', 'en', 'mixed']
const turnsOf = (scenario: Scenario): Turn[] => [
  { who: 'visitor', says: scenario.opens },
  ...scenario.turns.flatMap((turn) => ('who' in turn ? [turn] : turn.aside)),
]
const linesOf = (speech: Speech, who?: Turn['who']): string[] =>
  allScenarios[speech]
    .flatMap(turnsOf)
    .filter((turn) => who === undefined || turn.who === who)
    .flatMap(({ says }) => says.map((line) => parseLine(line).text))
const courtesyLines = (speech: Speech): string[] => Object.values(courtesies[languageOf(speech)]).flat(2)
const notesOf = (speech: Speech): string[] =>
  allScenarios[speech].flatMap(({ notes = [] }) => notes.map((note) => parseLine(note).text))

describe.each(speeches)('what is said in the shop: %s', (speech) => {
  it('names only slots that get filled', () => {
    const known = new Set<string>([...factNames, ...lateSlots])
    const named = [...linesOf(speech), ...courtesyLines(speech), ...notesOf(speech)].flatMap((line) =>
      Array.from(line.matchAll(/\{(\w*)\}/gu), ([, name = '']) => name),
    )
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('starts every thread before it goes on', () => {
    for (const scenario of allScenarios[speech]) {
      const started = new Set<string>()
      for (const { says } of turnsOf(scenario)) {
        const lines = says.map(parseLine)
        for (const { needs, text } of lines)
          for (const thread of needs) expect(started, `${scenario.topic}: ${text}`).toContain(thread)
        for (const { starts } of lines) for (const thread of starts) started.add(thread)
      }
      for (const { needs, text } of (scenario.notes ?? []).map(parseLine))
        for (const thread of needs) expect(started, `${scenario.topic}: ${text}`).toContain(thread)
    }
  })

  it('always has something to say', () => {
    const free = (line: string): boolean => parseLine(line).needs === ''
    for (const scenario of allScenarios[speech]) {
      expect(scenario.opens.every(free), scenario.topic).toBe(true)
      expect(new Set(scenario.opens).size).toBe(scenario.opens.length)
      for (const turn of scenario.turns)
        if ('aside' in turn)
          for (const { says } of turn.aside) expect(says, scenario.topic).toHaveLength(turn.aside[0]?.says.length ?? 0)
        else expect(new Set(turn.says).size, scenario.topic).toBe(turn.says.length)
    }
  })

  it('is polite: agents do not shout, and say 您 to visitors', () => {
    const agents = linesOf(speech, 'agent')
    expect(agents.filter((line) => /[!！]/u.test(line))).toEqual([])
    expect(agents.filter((line) => /你/u.test(line))).toEqual([])
  })

  it('has no half-width punctuation between Chinese characters', () => {
    const han = '\\p{Script=Han}'
    const mixed = new RegExp(`${han}[,;:?!.]${han}|${han}[,;?!]$`, 'u')
    expect([...linesOf(speech), ...courtesyLines(speech)].filter((line) => mixed.test(line))).toEqual([])
  })
})

it('is said in hundreds of ways', () => {
  expect(new Set(speeches.flatMap((speech) => [...linesOf(speech), ...courtesyLines(speech)])).size).toBeGreaterThan(
    1_000,
  )
})
