// A server of its own for each test, with an owner, a desk in one browser and visitors in others.
import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import { createOwner } from '../drivers/desk-api.ts'
import { DeskPage, type Person } from '../drivers/desk-page.ts'
import { mei } from '../drivers/people.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { Visitor } from '../drivers/visitor.ts'

type World = {
  readonly server: ServerUnderTest
  /** The owner's token: the account exists before anything else happens. */
  readonly ownerToken: string
  /** A browser of its own: other cookies, other storage, another person. */
  readonly newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>
  /** The owner's desk in a browser, logged in and online. */
  readonly desk: DeskPage
  /** A desk in another browser, at the login. */
  readonly openDesk: (person?: Person) => Promise<DeskPage>
  readonly visitor: Visitor
}

const deskScreen = { width: 1440, height: 900 }

export const test = base.extend<World>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  server: async ({}, provide) => {
    const server = await ServerUnderTest.start()
    await provide(server)
    await server.dispose()
  },
  ownerToken: async ({ server }, provide) => provide(await createOwner(server, mei)),
  newContext: async ({ browser }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (options) => {
      const context = await browser.newContext({ locale: 'en-GB', ...options })
      contexts.push(context)
      return context
    })
    for (const context of contexts) await context.close()
  },
  openDesk: async ({ server, newContext }, provide) => {
    await provide(async (person) => {
      const desk = new DeskPage(await (await newContext({ viewport: deskScreen })).newPage())
      await desk.page.goto(`${server.url}/desk/`)
      await desk.expectLogin()
      if (person) await desk.logIn(person)
      return desk
    })
  },
  desk: async ({ ownerToken, openDesk }, provide) => {
    if (ownerToken === '') throw new Error('the desk needs its owner')
    await provide(await openDesk(mei))
  },
  visitor: async ({ server, newContext }, provide) => {
    const visitor = new Visitor(await (await newContext()).newPage())
    await visitor.visitShop(server.url)
    await provide(visitor)
  },
})
