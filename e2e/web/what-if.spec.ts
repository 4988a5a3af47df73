// A day replayed under changed rules: from the unsaved draft in a dialog to the comparison, and to saving it after all.
import { expect } from '@playwright/test'
import { createColleague, visitorWrites } from '../drivers/desk-api.ts'
import { amy } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('[D8.7][D8.8] an unsaved draft is tried on a day, compared in words and numbers, dropped or saved', async ({
  server,
  ownerToken,
  desk,
  visitor,
}) => {
  const { page } = desk
  await createColleague(server.url, ownerToken, amy)
  await visitor.write('Is the blue teapot in stock?')
  await desk.open(/blue teapot/u)
  await desk.reply('Yes, three of them.')
  await visitorWrites(server.url, { tags: ['vip'] }, ['Me too'])

  await page.goto(`${server.url}/desk/#/settings/what-if`)
  await expect(page.getByText('Nothing is changed yet')).toBeVisible()
  await page.getByRole('button', { name: 'Replay the day' }).click()
  await expect(page.getByText('Nobody came on that day')).toBeVisible()

  await page.goto(`${server.url}/desk/#/settings/groups`)
  await page.getByRole('main').getByRole('button', { name: 'Add a group' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Teapots')
  await page.getByRole('button', { name: 'Try on yesterday' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Teapots' })).toBeVisible()
  const day = page.locator('input[type=date]')
  await day.fill((await day.getAttribute('max')) ?? '')
  await page.getByRole('button', { name: 'Replay the day' }).click()
  await expect(page.getByText(/^The median wait stays at|never answered/u)).toBeVisible()
  await expect(page.getByRole('row', { name: /Half are answered within/u })).toBeVisible()
  await expect(page.getByText('2 visitors came on')).toBeVisible()

  await page.getByRole('button', { name: 'Save Teapots' }).click()
  await expect(page.getByText('Nothing is changed yet')).toBeVisible()
  await expect(page.getByText('The changes were edited after this replay.')).toBeVisible()
  await page.goto(`${server.url}/desk/#/settings/groups`)
  await expect(page.getByRole('row', { name: 'Teapots' })).toBeVisible()
})
