// A desk hosted by a real desktop app, the apps of colleagues, and visitors in Chromium beside it.
import { test as base, chromium, type Browser } from '@playwright/test'
import { DeskApp } from '../drivers/desk-app.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { mei } from '../drivers/people.ts'

type World = {
  readonly startApp: (locale?: string, port?: number) => Promise<DeskApp>
  readonly browser: Browser
  /** The app of the owner, hosting, past the first run. */
  readonly host: DeskApp
}

export const test = base.extend<World>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  startApp: async ({}, provide) => {
    const apps: DeskApp[] = []
    await provide(async (locale, port) => {
      const app = await DeskApp.start(locale, port)
      apps.push(app)
      return app
    })
    for (const app of apps.toReversed()) await app.dispose()
  },
  // oxlint-disable-next-line no-empty-pattern -- see above
  browser: async ({}, provide) => {
    const browser = await chromium.launch({
      ...(process.env['FRONTDESK_CHROMIUM'] ? { executablePath: process.env['FRONTDESK_CHROMIUM'] } : {}),
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    })
    await provide(browser)
    await browser.close()
  },
  host: async ({ startApp }, provide) => {
    const app = await startApp()
    const desk = new DeskPage(app.window)
    await desk.hostHere()
    await desk.createOwner(mei)
    await provide(app)
  },
})
