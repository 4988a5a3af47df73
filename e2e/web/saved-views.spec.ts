// Views that somebody saved, and the clocks by which an office wants to answer.
import { expect } from '@playwright/test'
import { createColleague } from '../drivers/desk-api.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'
import { test as office } from './office-fixture.ts'

test('a saved view follows its owner to another computer, a shared one comes to everybody', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  await createColleague(server.url, ownerToken, amy)
  const desk = await openDesk(mei)
  const { page } = desk
  const panel = page.getByRole('dialog', { name: 'Saved views' })
  await page.goto(`${server.url}/desk/#/queue?tag=VIP&wait=5&sort=newest`)
  await expect(page.getByRole('tab', { name: 'Queue', selected: true })).toBeVisible()
  await page.keyboard.press('v')
  await expect(panel).toContainText('A view keeps the list as it stands now')
  await panel.getByRole('textbox', { name: 'Save this view as' }).fill('VIPs who wait')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: 'VIPs who wait', exact: true })).toBeVisible()
  await panel.getByRole('textbox').fill('For everybody')
  await panel.getByRole('checkbox', { name: 'For all colleagues' }).click()
  await panel.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(panel.getByRole('region', { name: 'For all' })).toContainText('For everybody')
  await page.keyboard.press('Escape')

  // Another computer, by the palette.
  const elsewhere = await openDesk(mei)
  await elsewhere.page.keyboard.press('Control+k')
  await elsewhere.page.keyboard.type('vips who')
  await expect(elsewhere.page.getByRole('option', { selected: true })).toContainText('View: VIPs who wait')
  await elsewhere.page.keyboard.press('Enter')
  await expect(elsewhere.page).toHaveURL(/#\/queue\?wait=5&tag=VIP&sort=newest$/u)

  const colleague = await openDesk(amy)
  // The keys of a list are heard once it is there.
  await expect(colleague.page.getByRole('button', { name: 'Saved views' })).toBeVisible()
  await colleague.page.keyboard.press('v')
  const theirs = colleague.page.getByRole('dialog', { name: 'Saved views' })
  await expect(theirs.getByRole('button', { name: 'For everybody', exact: true })).toBeVisible()
  await expect(theirs.getByText('VIPs who wait', { exact: true })).toHaveCount(0)
  await expect(theirs.getByRole('checkbox')).toHaveCount(0)
  await expect(theirs.getByRole('button', { name: /^Delete/u })).toHaveCount(0)

  // Gone here is gone there.
  await page.keyboard.press('v')
  await panel.getByRole('button', { name: 'Delete the view VIPs who wait' }).click()
  await expect(panel.getByRole('button', { name: 'VIPs who wait', exact: true })).toHaveCount(0)
  await elsewhere.page.keyboard.press('v')
  await expect(
    elsewhere.page.getByRole('dialog').getByRole('button', { name: 'For everybody', exact: true }),
  ).toBeVisible()
  await expect(elsewhere.page.getByRole('dialog').getByText('VIPs who wait', { exact: true })).toHaveCount(0)
})

test('the office sets its targets, rows count down by them and say when they are late', async ({
  server,
  desk,
  visitor,
}) => {
  const { page } = desk
  await page.goto(`${server.url}/desk/#/settings/targets`)
  const everyone = page.getByRole('group', { name: 'Everyone' })
  await everyone.getByRole('textbox', { name: 'First answer' }).fill('many')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(everyone.getByRole('textbox', { name: 'First answer' })).toHaveAttribute('aria-invalid', 'true')
  await everyone.getByRole('textbox', { name: 'First answer' }).fill('0.1')
  await everyone.getByRole('textbox', { name: 'Later answers' }).fill('10')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled()

  await page.keyboard.press('1')
  await visitor.write('Is anybody there?')
  const row = desk.row('Is anybody there?')
  await expect(row).toContainText(/First answer due in \d seconds?/u)
  await expect(row).toContainText(/First answer late by/u)
  await expect(row).toContainText(/late 0:\d\d/u)
  await desk.open('Is anybody there?')
  await desk.reply('Yes')
  await expect(desk.row('You: Yes')).not.toContainText(/late/u)
  await visitor.write('And now?')
  await expect(desk.row('And now?')).toContainText(/Answer due in 9 minutes/u)
})

for (const look of looks)
  office(
    `@screenshot saved views, ${look.language}, ${look.theme}`,
    async ({ openOffice, office: { url, written } }) => {
      const { page } = await openOffice(look)
      await page.goto(`${url}/desk/#/queue?sort=due`)
      await expect(page.getByRole('option').first()).toBeVisible()
      await page.keyboard.press('v')
      await expect(page.getByRole('dialog').getByRole('textbox')).toBeVisible()
      await lookAt(page, look, { name: 'saved-views-none', written })
      await page.getByRole('dialog').getByRole('textbox').fill('VIP 退款')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
      await lookAt(page, look, { name: 'saved-views', written })
      await page.getByRole('listitem').getByRole('button').last().click()
      await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(0)
      await page.goto(`${url}/desk/#/settings/targets`)
      await expect(page.getByRole('textbox').first()).toBeVisible()
      await lookAt(page, look, { name: 'settings-targets', written })
    },
  )
