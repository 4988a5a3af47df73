import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { scenes, type SceneName } from './scenes.ts'
import { openScene } from './states-page.ts'

const folder = join(import.meta.dirname, '../../.cache/screenshots/widget')

const keep = async (page: Page, name: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

const expectAccessible = async (page: Page): Promise<void> => {
  // Only the widget: the page around it is hostile on purpose.
  const { violations } = await new AxeBuilder({ page }).include('frontdesk-widget').analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
  ).toEqual([])
}

/** Nothing of the panel sticks out of the window, and nothing in it sticks out of the panel. */
const expectInside = async (page: Page): Promise<void> => {
  const outside = await page.evaluate(() => {
    const root = document.querySelector('frontdesk-widget')?.shadowRoot
    const panel = root?.querySelector('.panel')?.getBoundingClientRect()
    if (!root || !panel) return []
    const wide = [...root.querySelectorAll('.panel, .panel *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      return width > 1 && (left < panel.left - 1 || right > panel.right + 1 || right > innerWidth + 1)
    })
    return wide.map((element) => element.className)
  })
  expect(outside).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
}

const desktop = { width: 900, height: 760 }
const phone = { width: 320, height: 568 }

/** Each language and each scheme in both sizes, in half of the time that all pairs would take. */
const looks = [
  { size: 'desktop', viewport: desktop, locale: 'en', scheme: 'light' },
  { size: 'desktop', viewport: desktop, locale: 'zh', scheme: 'dark' },
  { size: 'phone', viewport: phone, locale: 'zh', scheme: 'light' },
  { size: 'phone', viewport: phone, locale: 'en', scheme: 'dark' },
] as const

for (const scene of Object.keys(scenes) as SceneName[])
  test(`${scene}: both languages, light and dark, large and small, accessible`, async ({ page }) => {
    for (const { size, viewport, locale, scheme } of looks) {
      await page.setViewportSize(viewport)
      await openScene(page, { scene, locale, scheme })
      await keep(page, `${scene}-${size}-${locale}-${scheme}`)
      await expectInside(page)
      // Every name, role and colour is there in the large ones already.
      if (size === 'desktop') await expectAccessible(page)
    }
  })

test('200 % zoom of a laptop', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 380 })
  for (const scene of ['talk', 'names', 'uploads', 'waiting'] as const) {
    await openScene(page, { scene })
    await keep(page, `${scene}-zoom200`)
    await expectInside(page)
  }
})

test('forced colours and reduced motion', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.setViewportSize(desktop)
  for (const scene of ['talk', 'greeting', 'unread'] as const) {
    await openScene(page, { scene })
    await keep(page, `${scene}-forced-colours`)
    await expectAccessible(page)
  }
})
