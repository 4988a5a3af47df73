// Every pair of text and ground that the parts use meets WCAG AA in both themes; signs, edges and focus meet 3:1.
import { readFileSync } from 'node:fs'
import { type Color, displayable, wcagContrast } from 'culori'
import { describe, expect, it } from 'vitest'
import { personHues, tagHues } from '../ui/person-hue.ts'
import { type Theme, lay, readTokens, tokenColour } from './token-colours.ts'

const themes: readonly Theme[] = ['light', 'dark']
const aaText = 4.5
const aaSign = 3

const frames = ['--surface-rail', '--surface-list', '--surface-page', '--surface-raised', '--surface-control']
const grounds = [...frames, '--surface-sunken', '--surface-selected']
const bubbles = ['--bubble-visitor', '--bubble-mine', '--bubble-colleague', '--bubble-note', '--bubble-bot']
const hues = ['green', 'amber', 'red', 'violet']
const statusTexts = hues.map((hue) => `--${hue}-text`)

const textPairs: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    ['--text', '--text-muted', '--text-faint', '--accent-text'],
    [...grounds, ...bubbles],
  ],
  [statusTexts, grounds],
  [['--amber-text', '--red-text'], bubbles],
  [['--violet-text'], ['--bubble-bot']],
  [['--on-accent'], ['--accent', '--accent-hover', '--accent-pressed']],
  [['--on-red'], ['--red-solid', '--red-solid-hover']],
  [['--text-inverse', '--text-inverse-muted'], ['--surface-inverse']],
  ...hues.map((hue) => [[`--${hue}-text`, '--text', '--text-muted'], [`--${hue}-surface`]] as const),
]

const signPairs: readonly (readonly [readonly string[], readonly string[]])[] = [
  [[...hues.map((hue) => `--${hue}-sign`), '--focus', '--sign'], grounds],
  [['--focus'], bubbles],
  [['--accent'], frames],
  [['--edge-control'], frames],
  ...hues.map((hue) => [[`--${hue}-sign`], [`--${hue}-surface`]] as const),
]

const tokens = readTokens(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))

function tooFaint(pairs: typeof textPairs, least: number, theme: Theme): string[] {
  const colour = (name: string): Color => tokenColour(tokens, name, theme)
  return pairs.flatMap(([inks, papers]) =>
    papers.flatMap((paper) =>
      inks.flatMap((ink) => {
        const ratio = wcagContrast(colour(ink), colour(paper))
        return ratio < least ? [`${ink} on ${paper}: ${ratio.toFixed(2)}`] : []
      }),
    ),
  )
}

describe.each(themes)('contrast in the %s theme', (theme) => {
  it('[look] text is at least 4.5:1 on every ground it is used on', () => {
    expect(tooFaint(textPairs, aaText, theme)).toEqual([])
  })

  it('[look] signs, edges of controls and the focus ring are at least 3:1', () => {
    expect(tooFaint(signPairs, aaSign, theme)).toEqual([])
  })

  it('[look] text stays legible under the hover and pressed wash', () => {
    const colour = (name: string): Color => tokenColour(tokens, name, theme)
    const faint = ['--wash-hover', '--wash-pressed'].flatMap((wash) =>
      frames.flatMap((ground) =>
        ['--text', '--text-muted', '--text-faint', ...statusTexts].flatMap((ink) => {
          const ratio = wcagContrast(colour(ink), lay(colour(wash), colour(ground)))
          return ratio < aaText ? [`${ink} on ${ground} under ${wash}: ${ratio.toFixed(2)}`] : []
        }),
      ),
    )
    expect(faint).toEqual([])
  })

  it('[look] initials are legible in every hue a person can get', () => {
    const faint = personHues.filter((hue) => {
      const ink = tokenColour(tokens, '--person-text', theme, hue)
      return wcagContrast(ink, tokenColour(tokens, '--person-surface', theme, hue)) < aaText
    })
    expect(faint).toEqual([])
    const dim = [...personHues, ...tagHues].filter((hue) => {
      const sign = tokenColour(tokens, '--person-sign', theme, hue)
      return frames.some((ground) => wcagContrast(sign, tokenColour(tokens, ground, theme)) < aaSign)
    })
    expect(dim).toEqual([])
  })

  it('[look] every colour can be shown in sRGB, so that no screen shifts it', () => {
    const shifted = [...tokens.keys()].filter((name) => {
      const raw = tokens.get(name) ?? ''
      if (!raw.includes('oklch') || raw.includes('0 0 0 1px')) return false
      return name.startsWith('--person')
        ? (name === '--person-sign' ? tagHues : personHues).some(
            (hue) => !displayable(tokenColour(tokens, name, theme, hue)),
          )
        : !displayable(tokenColour(tokens, name, theme))
    })
    expect(shifted).toEqual([])
  })
})
