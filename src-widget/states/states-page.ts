// What the specs of this folder share: opening one scene, and images for its files.
import type { Locator, Page } from '@playwright/test'
import type { SceneName } from './scenes.ts'

export type Look = {
  readonly scene: SceneName
  readonly locale?: 'en' | 'zh'
  readonly scheme?: 'light' | 'dark'
}

/** A teapot in the size that the file's key names. */
const picture = (width: string, height: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 120 90" preserveAspectRatio="xMidYMid slice"><path fill="#d9c7a3" d="M0 0h120v90H0Z"/><path fill="#6b4a35" d="M40 40h40v20a14 14 0 0 1-28 6q-12-2-12-26ZM80 44q16 0 10 14t-14 6"/></svg>`

export const openScene = async (page: Page, { scene, locale = 'en', scheme = 'light' }: Look): Promise<void> => {
  await page.route('**/f/**', async (route) => {
    const [, width = '', height = ''] = /photo-(\d+)x(\d+)/u.exec(route.request().url()) ?? []
    if (width === '') await route.abort()
    else await route.fulfill({ contentType: 'image/svg+xml', body: picture(width, height) })
  })
  await page.goto(`/?scene=${scene}&locale=${locale}&scheme=${scheme}`)
  await page.locator('frontdesk-widget .root').waitFor({ state: 'attached' })
}

export const launcher = (page: Page): Locator => page.locator('.launcher')
export const field = (page: Page): Locator => page.getByRole('textbox')
/** Class of what has the focus inside the widget; undefined outside of it. */
export const focusedClass = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('frontdesk-widget')?.shadowRoot?.activeElement?.className)
