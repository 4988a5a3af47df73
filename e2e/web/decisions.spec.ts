// "Why her, and why not him": the decisions of a conversation, read by those who lead.
import { expect } from '@playwright/test'
import { createColleague } from '../drivers/desk-api.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('[D8.5][D8.6] a supervisor reads who was chosen at each step and why not a colleague, an agent only of their own', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await visitor.write('Do you have green tea?')
  await desk.open('Do you have green tea?')
  await desk.page.getByRole('button', { name: 'Routing decisions' }).click()
  const dialog = desk.page.getByRole('dialog', { name: 'Routing decisions' })
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await expect(dialog.getByRole('row', { name: new RegExp(`${mei.name}.*Chosen`, 'u') })).toBeVisible()
  await expect(dialog.getByRole('row', { name: new RegExp(`${amy.name}.*(Not connected|Away)`, 'u') })).toBeVisible()
  await dialog.getByRole('combobox').click()
  await desk.page.getByRole('option', { name: amy.name }).click()
  await expect(dialog.getByText(new RegExp(`Not ${amy.name}: was (away|not connected)`, 'u'))).toBeVisible()
  await desk.page.keyboard.press('Escape')

  const colleague = await openDesk(amy)
  await colleague.page.keyboard.press('3')
  await colleague.row('Do you have green tea?').click()
  await expect(colleague.page.getByRole('heading', { name: 'Why this person' })).toBeVisible()
  await expect(colleague.page.getByRole('button', { name: 'Routing decisions' })).toHaveCount(0)
  await colleague.page.keyboard.press('Escape')
  await colleague.page.keyboard.press('y')
  await expect(colleague.page.getByRole('dialog')).toHaveCount(0)
})
