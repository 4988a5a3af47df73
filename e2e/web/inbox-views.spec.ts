// The inbox's views and filters: each a place with an address, each within reach of the keyboard.
import { expect, type Page } from '@playwright/test'
import { lookAt, looks } from '../drivers/looks.ts'
import { test } from './office-fixture.ts'

const english = { language: 'en', theme: 'light' } as const
const rows = (page: Page) => page.getByRole('tabpanel').getByRole('option')
const picker = (page: Page) => page.getByRole('combobox', { name: 'Tag, group, colleague, intent…' })

test('views and filters are reached by keyboard and kept in the address', async ({ openOffice }) => {
  const { page } = await openOffice(english)
  await expect(rows(page)).toHaveCount(5)
  await page.keyboard.press('2')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('g')
  await expect(page.getByText(/^You are in no group|^Nothing in your groups/u)).toBeVisible()
  await page.keyboard.press('3')
  await expect(rows(page)).toHaveCount(7)

  // Two tags: either will do. By pinyin, as 退款 is found by tk.
  await page.keyboard.press('f')
  await expect(picker(page)).toBeFocused()
  await page.keyboard.type('tk')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(1)
  await picker(page).fill('wholesale')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(2)
  // A colleague besides: both must hold.
  await picker(page).fill('Nobody')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Nothing fits the filter')).toBeVisible()
  await expect(page).toHaveURL(/#\/open\?tag=.*&agent=0/u)
  await page.getByRole('button', { name: 'Remove the filter Colleague Nobody yet' }).click()
  await expect(rows(page)).toHaveCount(2)

  // A reload shows the same; so does the way back after another view.
  await page.reload()
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('2')
  await expect(rows(page)).toHaveCount(2)
  await expect(page).toHaveURL(/#\/queue$/u)
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Remove the filter Tag wholesale' })).toBeVisible()

  // Another order, by keyboard alone.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('clear the filter')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(7)
  await page.keyboard.press('o')
  await page.getByRole('menuitem', { name: 'Oldest activity first' }).press('Enter')
  await expect(rows(page).first()).toContainText('Clara Meyer')
  await expect(page).toHaveURL(/sort=oldest/u)
})

for (const look of looks)
  test(`@screenshot views and filters, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
    const { page } = await openOffice(look)
    const { written } = office
    await expect(rows(page).first()).toBeVisible()
    await page.keyboard.press('g')
    await expect(
      page
        .getByRole('tabpanel')
        .getByText(/技能组|group/u)
        .first(),
    ).toBeVisible()
    await lookAt(page, look, { name: 'view-groups', written })
    await page.goto(`${office.url}/desk/#/open?tag=VIP&tag=wholesale&agent=1`)
    await expect(rows(page)).toHaveCount(2)
    await lookAt(page, look, { name: 'view-filtered', written })
    await page.keyboard.press('f')
    await expect(page.getByRole('combobox')).toBeFocused()
    await lookAt(page, look, { name: 'filter-picker', written })
    await page.keyboard.press('Escape')
    await page.keyboard.press('o')
    await expect(page.getByRole('menuitem').first()).toBeVisible()
    await lookAt(page, look, { name: 'sort-menu', written })
    await page.keyboard.press('Escape')
    await page.goto(`${office.url}/desk/#/queue?tag=nothing`)
    await expect(rows(page)).toHaveCount(0)
    await lookAt(page, look, { name: 'view-nothing-fits', written: [...written, 'nothing'] })
  })
