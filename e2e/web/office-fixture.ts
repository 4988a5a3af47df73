// One office for a whole file: a desk with people and conversations, and the owner's login, made once.
import { test as base, type BrowserContext, type BrowserContextOptions } from '@playwright/test'
import { createColleague, createOwner } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { browserOf, type Look } from '../drivers/looks.ts'
import { amy, lei, mei, noor } from '../drivers/people.ts'
import { dayInOffice, wordsOfRouting, writeRouting } from '../drivers/routing-office.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { talks, waitingTalks, wordsOfTheOffice, writeTalks } from '../drivers/tea-office.ts'

type Login = Awaited<ReturnType<BrowserContext['storageState']>>

export type Office = {
  readonly url: string
  /** What is on the desk's pages without being the desk's own words. */
  readonly written: readonly string[]
  readonly login: Login
  /** A day on which visitors came, as a calendar of the office writes it. */
  readonly day: string
}

type Screen = Pick<BrowserContextOptions, 'viewport' | 'deviceScaleFactor'>

type World = {
  /** The owner's desk, opened by a browser of that language and theme. */
  readonly openOffice: (look: Look, screen?: Screen) => Promise<DeskPage>
}

export const test = base.extend<World, { readonly office: Office }>({
  office: [
    async ({ browser }, provide) => {
      const server = await ServerUnderTest.start()
      const token = await createOwner(server, mei)
      for (const person of [amy, lei, noor]) await createColleague(server.url, token, person)
      const day = dayInOffice(Date.now())
      await writeTalks(server.url, token, talks)
      await writeRouting(server.url, token)
      const context = await browser.newContext({ locale: 'en-GB' })
      const desk = new DeskPage(await context.newPage())
      await desk.page.goto(`${server.url}/desk/`)
      await desk.logIn(mei)
      // Nobody takes what waits in the queue while it is looked at.
      await desk.setStatus('Busy')
      await writeTalks(server.url, token, waitingTalks)
      const login = await context.storageState()
      await context.close()
      const people = [mei, amy, lei, noor].flatMap(({ name, login: loginName }) => [name, loginName])
      await provide({ url: server.url, written: [...wordsOfTheOffice, ...wordsOfRouting, ...people], login, day })
      await server.dispose()
    },
    { scope: 'worker' },
  ],
  openOffice: async ({ office, browser }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (look, screen = { viewport: { width: 1440, height: 900 } }) => {
      const context = await browser.newContext({ ...browserOf(look), ...screen, storageState: office.login })
      contexts.push(context)
      const desk = new DeskPage(await context.newPage())
      await desk.page.goto(`${office.url}/desk/`)
      return desk
    })
    for (const context of contexts) await context.close()
  },
})
