import { parse, wcagContrast } from 'culori'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandColours, defaultBrand, isColour } from './brand-colour.ts'

const contrastOf = (a: string, b: string): number => wcagContrast(parse(a) ?? a, parse(b) ?? b)

describe('the brand colour', () => {
  it('is readable whatever the shop chose', () => {
    const part = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(part, part, part, (...parts) => {
        const brand = `#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`
        for (const [scheme, ground] of [
          ['light', '#ffffff'],
          ['dark', '#1c2022'],
        ] as const) {
          const colours = brandColours(brand, scheme)
          expect(contrastOf(colours.onFill, colours.fill)).toBeGreaterThanOrEqual(4.5)
          expect(contrastOf(colours.fill, ground)).toBeGreaterThanOrEqual(2.99)
          expect(contrastOf(colours.ink, ground)).toBeGreaterThanOrEqual(4.49)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('stays as it is where it is readable already', () => {
    expect(brandColours(defaultBrand, 'light')).toEqual({ fill: defaultBrand, onFill: '#ffffff', ink: defaultBrand })
    expect(brandColours('#0A5', 'light').fill).toBe(brandColours('#00aa55', 'light').fill)
  })

  it('refuses what is no colour', () => {
    for (const wrong of ['', 'red', '#12', '#12345', 'url(x)', '#1234567', '#ggg']) expect(isColour(wrong)).toBe(false)
    expect(isColour('#0a5')).toBe(true)
  })
})
