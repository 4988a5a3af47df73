// The same for many conversations at once: picked by keyboard or mouse, done for each alone, told where it could not be done.
import { expect, type Page } from '@playwright/test'
import { createColleague, visitorWrites } from '../drivers/desk-api.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'
import { test as office } from './office-fixture.ts'

const rows = (page: Page) => page.getByRole('tabpanel').getByRole('option')
const bar = (page: Page) => page.getByRole('toolbar', { name: 'With the picked conversations' })

test('many are taken, given back, handed over and closed, and each that cannot be is told', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  await createColleague(server.url, ownerToken, amy)
  const desk = await openDesk(mei)
  const { page } = desk
  // Nobody takes what waits while it is looked at.
  await desk.setStatus('Busy')
  for (const name of ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil'])
    await visitorWrites(server.url, { name, locale: 'en' }, [`Hello from ${name}`])
  // What comes while the keyboard is in the list waits at its edge: first it is all there.
  await expect(page.getByRole('tab', { name: /^Queue/u })).toContainText('5')
  await page.keyboard.press('2')
  await expect(rows(page)).toHaveCount(5)

  // By keyboard: two rows, taken, and given back by undo.
  await page.keyboard.press('Home')
  await page.keyboard.press('x')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(bar(page)).toContainText('2 picked')
  await page.keyboard.press('a')
  await expect(page.getByText('2 conversations handed over to 韩梅梅')).toBeVisible()
  await expect(rows(page)).toHaveCount(3)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(page)).toHaveCount(5)

  // By mouse: a face and a range; then all of it, by key, to a colleague.
  await rows(page).nth(1).locator('[data-pick]').click()
  await rows(page)
    .nth(3)
    .click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('3 picked')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: 'Hand over 3 conversations' })
  await dialog.getByRole('textbox').first().fill('amy')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 conversations handed over to Amy Winter')).toBeVisible()
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('*')
  await expect(bar(page)).toContainText('2 picked')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await page.keyboard.press('*')
  await page.keyboard.press('a')
  await expect(rows(page)).toHaveCount(0)

  // A colleague may close her own and nobody else's.
  const colleague = await openDesk(amy)
  await colleague.page.keyboard.press('3')
  await expect(rows(colleague.page)).toHaveCount(5)
  await colleague.page.keyboard.press('*')
  await colleague.page.keyboard.press('e')
  const told = colleague.page.getByRole('dialog', { name: '2 conversations stayed as they were' })
  await expect(told.getByRole('listitem')).toHaveCount(2)
  await expect(told).toContainText('With 3 others it is done.')
  await told.getByRole('button', { name: 'Pick these' }).click()
  await expect(bar(colleague.page)).toContainText('2 picked')
  await colleague.page.keyboard.press('Escape')
  await expect(rows(colleague.page)).toHaveCount(2)
  await colleague.page.getByRole('button', { name: 'Undo' }).click()
  await expect(rows(colleague.page)).toHaveCount(5)

  // Those who lead may close all; without an undo it is done.
  await page.keyboard.press('3')
  await expect(rows(page)).toHaveCount(5)
  await page.keyboard.press('*')
  await page.keyboard.press('e')
  await expect(page.getByText('Closing 5 conversations')).toBeVisible()
  await expect(rows(colleague.page)).toHaveCount(0, { timeout: 20_000 })
  await page.keyboard.press('4')
  await expect(rows(page)).toHaveCount(5)
})

for (const look of looks)
  office(
    `@screenshot many at once, ${look.language}, ${look.theme}`,
    async ({ openOffice, office: { url, written } }) => {
      const { page } = await openOffice(look)
      await page.goto(`${url}/desk/#/open`)
      await expect(rows(page).first()).toBeVisible()
      await page.keyboard.press('Home')
      await page.keyboard.press('x')
      await page.keyboard.press('Shift+ArrowDown')
      await expect(page.getByRole('toolbar')).toBeVisible()
      await lookAt(page, look, { name: 'bulk-picked', written })
      await page.keyboard.press('t')
      await expect(page.getByRole('dialog').getByRole('radio').first()).toBeVisible()
      await lookAt(page, look, { name: 'bulk-move', written })
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('toolbar')).toHaveCount(0)
    },
  )
