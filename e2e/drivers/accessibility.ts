// axe on a whole page, with what it found as text.
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

type Violation = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]

export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  // Legacy mode: axe's own way to gather results opens a second page, which Electron's windows cannot.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter((violation) => !isOpenMenu(violation))
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}

/** axe wants all content in landmarks; an open menu belongs to its button, wherever it stands in the page. */
const isOpenMenu = ({ id, nodes }: Violation): boolean =>
  id === 'region' && nodes.every(({ html }) => / role="menu"/u.test(html))

export const expectAccessible = async (page: Page): Promise<void> => {
  expect(await accessibilityProblems(page)).toEqual([])
}
