import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandTheme, contrastOf, defaultBrand, type BrandColours } from './brand-colour.ts'

const hold = (colours: BrandColours, ground: string): void => {
  expect(contrastOf(colours.onFill, colours.fill)).toBeGreaterThanOrEqual(4.5)
  expect(contrastOf(colours.fill, ground)).toBeGreaterThanOrEqual(3)
  expect(contrastOf(colours.ink, ground)).toBeGreaterThanOrEqual(4.5)
}

describe('the brand colour', () => {
  it('is readable whatever the shop chose', () => {
    const part = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(part, part, part, (...parts) => {
        const theme = brandTheme(`#${parts.map((each) => each.toString(16).padStart(2, '0')).join('')}`)
        expect(theme).toBeDefined()
        if (!theme) return
        hold(theme.light, '#ffffff')
        hold(theme.dark, '#1c2022')
      }),
      { numRuns: 2000 },
    )
  })

  it('stays as it is where it is readable already', () => {
    expect(brandTheme(defaultBrand)?.light).toMatchObject({ fill: defaultBrand, onFill: '#ffffff' })
    expect(brandTheme('#0A5')?.light.fill).toBe(brandTheme('#00aa55')?.light.fill)
  })

  it('refuses what is no colour', () => {
    for (const wrong of ['', 'red', '#12', '#12345', 'url(x)', '#1234567', '#ggg'])
      expect(brandTheme(wrong)).toBeUndefined()
  })
})
