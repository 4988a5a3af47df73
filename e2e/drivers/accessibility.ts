// axe on a whole page, with what it found in the failure's text.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

export const expectAccessible = async (page: Page): Promise<void> => {
  // Legacy mode: axe's own way to gather results opens a second page, which Electron's windows cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
  expect(found).toEqual([])
}
