// Every page of the desk, in English and light, in Chinese and dark: accessible, whole, in one language, and kept as a picture.
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { expectAccessible } from '../drivers/accessibility.ts'
import { createOwner } from '../drivers/desk-api.ts'
import { browserOf, lookAt, looks } from '../drivers/looks.ts'
import { mei } from '../drivers/people.ts'
import { screenshot } from '../drivers/screenshots.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { StaticSite } from '../drivers/static-site.ts'
import { test, type Office } from './office-fixture.ts'

type DeskPlace = {
  readonly name: string
  /** The part of the address after `#/`. */
  readonly at: string
  /** What a person does there, and what then has to be on the screen. */
  readonly go: (page: Page, office: Office) => Promise<void>
  /** Something is unsaved then: it is thrown away before the next place. */
  readonly isUnsaved?: boolean
}

const heading = (page: Page) => page.locator('h1, h2').first()
const see = async (page: Page): Promise<void> => expect(heading(page)).toBeVisible()
const rows = async (page: Page): Promise<void> => expect(page.getByRole('option').first()).toBeVisible()
const table = async (page: Page): Promise<void> => expect(page.getByRole('row').nth(1)).toBeVisible()
const dialog = async (page: Page): Promise<void> =>
  expect(page.getByRole('dialog').or(page.getByRole('alertdialog')).last()).toBeVisible()

const discard = async (page: Page): Promise<void> => {
  const question = page.getByRole('alertdialog')
  if (!(await question.isVisible())) await page.keyboard.press('Escape')
  await question.getByRole('button', { name: /Discard|放弃/u }).click()
  await expect(question).toHaveCount(0)
}

const addButton = async (page: Page): Promise<void> => {
  await page
    .getByRole('main')
    .getByRole('button', { name: /Add|添加/u })
    .click()
  await dialog(page)
}

const openFirst = async (page: Page): Promise<void> => {
  await rows(page)
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByRole('article').first()).toBeVisible()
  await page.keyboard.press('Escape')
}

const places: readonly DeskPlace[] = [
  { name: 'inbox', at: 'mine', go: rows },
  { name: 'queue', at: 'queue', go: rows },
  { name: 'all-open', at: 'open', go: rows },
  { name: 'closed-empty', at: 'closed', go: see },
  { name: 'conversation', at: 'mine', go: openFirst },
  {
    name: 'transfer',
    at: 'mine',
    go: async (page) => {
      await openFirst(page)
      await page.keyboard.press('t')
      await dialog(page)
    },
  },
  {
    name: 'decisions',
    at: 'mine',
    go: async (page) => {
      await openFirst(page)
      await page.keyboard.press('y')
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible()
      await page.getByRole('dialog').getByRole('combobox').click()
      await page.getByRole('option', { name: 'Amy' }).click()
    },
  },
  {
    name: 'status-menu',
    at: 'mine',
    go: async (page) => {
      await rows(page)
      await page.keyboard.press('s')
      await expect(page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  {
    name: 'keys',
    at: 'mine',
    go: async (page) => {
      await rows(page)
      await page.keyboard.press('?')
      await dialog(page)
    },
  },
  { name: 'team', at: 'team', go: table },
  { name: 'settings-general', at: 'settings/general', go: see },
  { name: 'settings-notifications', at: 'settings/notifications', go: see },
  { name: 'settings-account', at: 'settings/account', go: see },
  { name: 'settings-sessions', at: 'settings/sessions', go: table },
  { name: 'settings-people', at: 'settings/people', go: table },
  { name: 'settings-blocks', at: 'settings/blocks', go: see },
  {
    name: 'settings-add-person',
    at: 'settings/people',
    go: async (page) => {
      await table(page)
      await page
        .getByRole('main')
        .getByRole('button', { name: /Add|添加/u })
        .click()
      await dialog(page)
    },
  },
  {
    name: 'settings-change-person',
    at: 'settings/people',
    go: async (page) => {
      await page.getByRole('row', { name: /Noor/u }).getByRole('button').click()
      await dialog(page)
    },
  },
  { name: 'settings-groups', at: 'settings/groups', go: table },
  {
    name: 'settings-group',
    at: 'settings/groups',
    go: async (page) => {
      await page.getByRole('row', { name: 'Returns 退货' }).getByRole('button').click()
      await dialog(page)
    },
  },
  {
    name: 'settings-group-hours',
    at: 'settings/groups',
    go: async (page) => {
      await page.getByRole('row', { name: 'Returns 退货' }).getByRole('button').click()
      await dialog(page)
      await page.getByRole('dialog').getByRole('group').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'settings-group-wrong',
    at: 'settings/groups',
    go: async (page) => {
      await addButton(page)
      await page.getByRole('dialog').getByRole('checkbox').first().click()
      await page.getByRole('dialog').locator('button[type=submit]').click()
      await expect(page.locator('[aria-invalid=true]').first()).toBeFocused()
    },
    isUnsaved: true,
  },
  { name: 'settings-tags', at: 'settings/tags', go: table },
  { name: 'settings-add-tag', at: 'settings/tags', go: addButton },
  { name: 'settings-intents', at: 'settings/intents', go: table },
  {
    name: 'settings-intent',
    at: 'settings/intents',
    go: async (page) => {
      await page.getByRole('row', { name: 'Refund 退款' }).getByRole('button').click()
      await dialog(page)
    },
  },
  { name: 'settings-skills', at: 'settings/skills', go: table },
  {
    name: 'settings-change-skills',
    at: 'settings/skills',
    go: async (page) => {
      await page.getByRole('row', { name: /Noor/u }).getByRole('button').click()
      await dialog(page)
    },
  },
  {
    name: 'settings-targets',
    at: 'settings/targets',
    go: async (page) => expect(page.getByRole('textbox').first()).toBeVisible(),
  },
  { name: 'settings-routing', at: 'settings/routing', go: see },
  {
    name: 'settings-routing-unsaved',
    at: 'settings/routing',
    go: async (page) => {
      await page.getByRole('textbox').first().fill('5')
      await page.goto(`${page.url().split('#')[0]}#/team`)
      await dialog(page)
    },
    isUnsaved: true,
  },
  { name: 'settings-what-if', at: 'settings/what-if', go: see },
  {
    name: 'settings-what-if-replayed',
    at: 'settings/skills',
    go: async (page, { day }) => {
      await page.getByRole('row', { name: /Noor/u }).getByRole('button').click()
      await page.getByRole('dialog').getByRole('textbox').fill('2')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /Try on yesterday|用昨天试算/u })
        .click()
      await page.locator('input[type=date]').fill(day)
      await page.getByRole('button', { name: /Replay the day|重放这一天/u }).click()
      await expect(page.getByRole('figure')).toBeVisible()
    },
  },
  { name: 'settings-about', at: 'settings/about', go: see },
]

for (const look of looks) {
  const title = `in ${look.language === 'zh' ? 'Chinese' : 'English'}, ${look.theme}`

  test(`@screenshot every page of the desk ${title}`, async ({ openOffice, office }) => {
    test.setTimeout(300_000)
    const { page } = await openOffice(look)
    for (const { name, at, go, isUnsaved = false } of places) {
      await page.goto(`${office.url}/desk/#/${at}`)
      // A new document, so that no dialog or focus of the page before is left.
      await page.reload()
      await expect(page.getByRole('button', { name: look.language === 'zh' ? '忙碌' : 'Busy' })).toBeVisible()
      await go(page, office)
      await lookAt(page, look, { name, written: office.written })
      if (isUnsaved) await discard(page)
    }
  })

  test(`@screenshot the way in ${title}`, async ({ browser }) => {
    const server = await ServerUnderTest.start()
    const context = await browser.newContext({ ...browserOf(look), viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${server.url}/desk/`)
    await see(page)
    await lookAt(page, look, { name: 'setup' })
    await createOwner(server, mei)
    await page.reload()
    await see(page)
    await lookAt(page, look, { name: 'login' })
    await page.locator('input[autocomplete=username]').fill(mei.login)
    await page.locator('input[type=password]').fill('not her password')
    await page.keyboard.press('Enter')
    await expect(page.locator('[aria-invalid=true]')).toBeVisible()
    await lookAt(page, look, { name: 'login-wrong', written: [mei.login] })
    await page.locator('input[type=password]').fill(mei.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation')).toBeVisible()
    await lookAt(page, look, { name: 'inbox-empty', written: [mei.name] })
    await server.dispose()
    await context.close()
  })
}

for (const look of looks)
  test(`@screenshot what the desk does now, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
    const words = (look.language === 'zh' ? zh : en).deskNow
    const { page } = await openOffice(look)
    await rows(page)
    await page.keyboard.press('6')
    await table(page)
    await lookAt(page, look, { name: 'now', written: office.written })

    const file = page.waitForEvent('download')
    await page.getByRole('button', { name: words.csvOf.replace('{{title}}', words.agents.title) }).click()
    expect((await file).suggestedFilename()).toContain(words.agents.title)

    await page.getByRole('button', { name: words.wall.open }).click()
    await expect(page.getByRole('navigation')).toBeHidden()
    await expect(page.getByRole('heading', { name: words.states.unanswered })).toBeVisible()
    await lookAt(page, look, { name: 'now-wall', written: office.written })
    await page.getByRole('button', { name: words.wall.leave }).press('Escape')
    await expect(page.getByRole('navigation')).toBeVisible()

    // From a figure to the conversations behind it.
    const states = page.getByRole('region', { name: words.states.title })
    await states.getByRole('link', { name: words.states.answered }).click()
    await rows(page)
    await expect(page).toHaveURL(/#\/open\?state=answered$/u)
  })

for (const [name, screen] of [
  // The smallest window the desktop allows, and a laptop whose owner needs everything twice as large.
  ['960', { viewport: { width: 960, height: 600 } }],
  ['200-percent', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }],
] as const)
  for (const look of looks)
    test(`@screenshot the inbox at ${name}, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
      const { page } = await openOffice(look, screen)
      await rows(page)
      await lookAt(page, look, { name: `inbox-${name}`, written: office.written })
      await openFirst(page)
      await lookAt(page, look, { name: `conversation-${name}`, written: office.written })
      await page
        .getByRole('button', { name: (look.language === 'zh' ? zh : en).deskConversation.panel, exact: true })
        .click()
      await expect(page.getByRole('complementary')).toBeVisible()
      await lookAt(page, look, { name: `visitor-${name}`, written: office.written })
    })

// Its parts are named in English, as in the code.
for (const look of looks)
  test(`@screenshot the component page, ${look.language}, ${look.theme}`, async ({ browser }) => {
    const site = await StaticSite.open(join(import.meta.dirname, '..', '..', 'out', 'ui-page'))
    const context = await browser.newContext({ ...browserOf(look), viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(`${site.url}/ui-page/index.html?language=${look.language}&theme=${look.theme}`)
    await see(page)
    await screenshot(page, `ui-page-${look.language}-${look.theme}`)
    await expectAccessible(page)
    await context.close()
    site.close()
  })
