// The search over all history: found as one types, by keyboard alone, and opened in its place, in both languages.
import { expect, type Page } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { logIn, visitorWrites } from '../drivers/desk-api.ts'
import { talkForYears } from '../drivers/long-talk.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { mei } from '../drivers/people.ts'
import { test as base } from './fixtures.ts'
import { test as office } from './office-fixture.ts'

/** The index follows the journal by itself. */
const everythingIsIndexed = async (deskUrl: string, token: string): Promise<void> => {
  const headers = { authorization: `Bearer ${token}` }
  const behind = async (): Promise<unknown> =>
    ((await (await fetch(`${deskUrl}/api/v1/search?q=a`, { headers })).json()) as { behind?: number }).behind
  await expect.poll(behind, { timeout: 20_000 }).toBe(0)
}

const hits = (page: Page) => page.locator('[data-offset]')
const marks = (page: Page) => page.getByRole('main').locator('mark')

base(
  'an agent finds a word, opens it in its place far back, and comes back to where they were',
  async ({ desk, server, ownerToken }) => {
    const { page } = desk
    const long = Array.from({ length: 90 }, (_, index) =>
      index === 3 ? '琥珀色的茶壶还有吗' : `第 ${index} 句 line ${index}`,
    )
    await visitorWrites(server.url, { name: '李雷', tags: ['VIP'] }, long)
    await everythingIsIndexed(server.url, ownerToken)

    await page.keyboard.press('Control+f')
    const field = page.getByRole('searchbox', { name: en.deskSearch.field })
    await expect(field).toBeFocused()
    await expect(page.getByText(en.deskSearch.idle.title)).toBeVisible()

    // One character is enough; what is typed is found without a press of Enter.
    await page.keyboard.type('琥珀')
    await expect(hits(page)).toHaveCount(1)
    await expect(marks(page)).toHaveText('琥珀')
    await page.keyboard.press('ArrowDown')
    await expect(hits(page)).toBeFocused()
    await page.keyboard.press('Enter')

    // Eighty messages back: it stands in the middle, and the newest are not there.
    const found = page.locator('[data-found]')
    await expect(found).toContainText('琥珀色的茶壶还有吗')
    await expect(found).toBeInViewport()
    await expect(desk.message('line 89')).toHaveCount(0)
    const middle = await found.evaluate((element) => {
      const { top, height } = element.getBoundingClientRect()
      const log = element.closest('[role=log]')?.getBoundingClientRect()
      return log ? (top + height / 2 - log.top) / log.height : 0
    })
    expect(middle).toBeGreaterThan(0.05)
    expect(middle).toBeLessThan(0.95)
    await expect(page).toHaveURL(/#\/\w+\/\d+\/\d+$/u)

    // The same after a reload: it is an address like any other.
    await page.reload()
    await expect(found).toContainText('琥珀色的茶壶还有吗')

    // On to the newest by scrolling: page by page, without a jump, and everything is there.
    await page.getByRole('log').focus()
    for (let presses = 0; presses < 60 && !(await desk.message('line 89').isVisible()); presses += 1)
      await page.keyboard.press('PageDown')
    await expect(desk.message('line 89')).toBeVisible()
  },
)

base(
  'hits of many pages follow as one scrolls; filters narrow them down; Escape leads back to the field',
  async ({ desk, server, ownerToken }) => {
    const { page } = desk
    const words = Array.from({ length: 70 }, (_, index) => `refund ${index}`)
    await visitorWrites(server.url, { name: 'Amy', tags: ['VIP'] }, words)
    await everythingIsIndexed(server.url, ownerToken)
    await page.getByRole('button', { name: en.deskShell.rail.search }).click()
    await page.keyboard.type('refu')
    await expect(hits(page)).not.toHaveCount(0)
    await expect(hits(page).first()).toContainText('refund 69')
    // Without a hand on the mouse to the oldest.
    await page.keyboard.press('ArrowDown')
    await expect(hits(page).first()).toBeFocused()
    await expect(async () => {
      await page.keyboard.press('End')
      await expect(hits(page)).toHaveCount(70, { timeout: 500 })
    }).toPass()
    await page.keyboard.press('End')
    await expect(hits(page).last()).toBeFocused()
    await expect(hits(page).last()).toContainText('refund 0')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('searchbox')).toBeFocused()

    await page.getByRole('button', { name: en.deskSearch.filter.by }).click()
    await page.getByRole('menuitemcheckbox', { name: en.deskSearch.by.note }).click()
    await expect(page.getByText('Nothing found for “refu”')).toBeVisible()
    await page.getByRole('button', { name: en.deskSearch.clearFilters }).click()
    await expect(hits(page)).not.toHaveCount(0)
    await page.getByRole('button', { name: en.deskSearch.filter.tag }).click()
    await page.getByRole('textbox', { name: en.deskSearch.tagField }).fill('VIP')
    await page.keyboard.press('Enter')
    await expect(hits(page)).not.toHaveCount(0)

    // A hit and back: the same words, the same place.
    await hits(page).nth(4).click()
    await expect(page.locator('[data-found]')).toContainText('refund 65')
    await page.getByRole('button', { name: en.deskConversation.past.results }).click()
    await expect(page.getByRole('searchbox')).toHaveValue('refu')
    await expect(hits(page).nth(4)).toBeFocused()

    // The desk is gone: what was found stays, and what is wrong is said.
    await page.route('**/api/v1/search?**', (route) => route.abort())
    await page.getByRole('searchbox').fill('refund 65')
    await expect(page.getByText(en.deskSearch.failed)).toBeVisible()
    await page.unroute('**/api/v1/search?**')
    await page.getByRole('button', { name: en.deskSearch.again }).click()
    await expect(page.getByText(en.deskSearch.failed)).toHaveCount(0)
    await expect(hits(page).first()).toContainText('refund 65')
  },
)

base(
  'a message lies 50,000 back in a closed conversation: it opens in its place, and both ways go on from there',
  async ({ server, ownerToken, openDesk }) => {
    base.setTimeout(90_000)
    const talk = await visitorWrites(server.url, { name: '李雷' }, ['琥珀色的茶壶还有吗', 'hello again'])
    await server.stop()
    talkForYears(server.dataDir, talk, 50_000)
    await server.startAgain()
    await everythingIsIndexed(server.url, ownerToken)
    const desk = await openDesk(mei)
    const { page } = desk
    await page.keyboard.press('Control+f')
    await page.keyboard.type('琥珀')
    await expect(hits(page)).toHaveCount(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    const found = page.locator('[data-found]')
    await expect(found).toContainText('琥珀色的茶壶还有吗')
    await expect(found).toBeInViewport()

    // In the middle of it: the lines around it are there, and going on either way loads what follows.
    await page.keyboard.press('Control+f')
    await page.keyboard.type('line 25000')
    await expect(hits(page).first()).toContainText('line 25000')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(found).toContainText('line 25000')
    await expect(found).toBeInViewport()
    await expect(desk.message(/^line 25001$/u)).toBeVisible()
    await expect(desk.message(/^line 24999$/u)).toBeVisible()
    for (const [key, line] of [
      ['PageUp', /^line 24940$/u],
      ['PageDown', /^line 25060$/u],
    ] as const)
      await expect(async () => {
        await page.keyboard.press(key)
        await expect(desk.message(line)).toBeVisible({ timeout: 250 })
      }).toPass({ timeout: 20_000 })

    await page.getByRole('button', { name: en.deskConversation.past.toNewest }).click()
    await expect(desk.message(/^line 50000$/u)).toBeVisible()
  },
)

for (const look of looks)
  office(
    `@screenshot the search, ${look.language}, ${look.theme}`,
    async ({ openOffice, office: { url, written } }) => {
      const { page } = await openOffice(look)
      const words = (look.language === 'zh' ? zh : en).deskSearch
      await everythingIsIndexed(url, await logIn(url, mei))
      await page.goto(`${url}/desk/#/search`)
      await expect(page.getByText(words.idle.title)).toBeVisible()
      await lookAt(page, look, { name: 'search', written })
      const field = page.getByRole('searchbox')
      await field.fill('退款')
      await expect(hits(page)).not.toHaveCount(0)
      await lookAt(page, look, { name: 'search-found', written: [...written, '退款'] })
      await field.fill('Amy')
      await expect(page.getByText(words.people)).toBeVisible()
      await lookAt(page, look, { name: 'search-people', written: [...written, 'Amy'] })
      await page.getByRole('button', { name: words.filter.period }).click()
      await expect(page.getByRole('menuitemcheckbox').first()).toBeVisible()
      await lookAt(page, look, { name: 'search-filter', written: [...written, 'Amy'] })
      await page.getByRole('menuitemcheckbox', { name: words.period.week }).click()
      await field.fill('zzz')
      await expect(page.getByText(words.nothing.narrow)).toBeVisible()
      await lookAt(page, look, { name: 'search-nothing', written: [...written, 'zzz'] })
      await page.getByRole('button', { name: words.clearFilters }).click()
      await field.fill('积分')
      await hits(page).first().click()
      await expect(page.locator('[data-found]')).toBeVisible()
      await lookAt(page, look, { name: 'search-opened', written: [...written, '积分'] })
    },
  )
