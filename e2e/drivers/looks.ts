// The ways a page is looked at, and what must hold in each: accessible, nothing cut off, no English on a Chinese page.
import { expect, type Page } from '@playwright/test'
import { accessibilityProblems } from './accessibility.ts'
import { englishIn } from './english-in.ts'
import { screenshot } from './screenshots.ts'

export type Look = { readonly language: 'en' | 'zh'; readonly theme: 'light' | 'dark' }

/** Each language and each theme once: colours know no language, and words no theme. */
export const looks: readonly Look[] = [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
]

/** What a browser of such a person says about itself. */
export const browserOf = ({ language, theme }: Look) =>
  ({ locale: language === 'zh' ? 'zh-CN' : 'en-GB', colorScheme: theme }) as const

export type LookAt = {
  readonly name: string
  /** Words on the page that people wrote. */
  readonly written?: readonly string[]
  /** The part of the page that is ours; all of it unless given. */
  readonly within?: string
}

/** Goes on after a problem: one look at the report shows them all. */
export const lookAt = async (page: Page, look: Look, { name, ...ours }: LookAt): Promise<void> => {
  await screenshot(page, `${name}-${look.language}-${look.theme}`)
  expect.soft(await accessibilityProblems(page), `${name}: accessible`).toEqual([])
  expect.soft(await sidewaysOverflow(page), `${name}: nothing sticks out of the window`).toBe(0)
  if (look.language === 'zh') expect.soft(await englishIn(page, ours), `${name}: in Chinese`).toEqual([])
}

const sidewaysOverflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth))
