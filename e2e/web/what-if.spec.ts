// A day replayed under changed rules: from the unsaved draft in a dialog to the comparison, and to saving it after all.
import { expect } from '@playwright/test'
import { defaultGroup } from '#protocol'
import { addSetting, createColleague, visitorWrites } from '../drivers/desk-api.ts'
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

test('[D8.7] no day is offered before the office has said in which time zone it lives', async ({
  server,
  ownerToken,
  desk,
}) => {
  const { page } = desk
  // Fourteen hours ahead of UTC: there, most of the day, the browser's yesterday is the day before.
  const hours = { timeZone: 'Pacific/Kiritimati', week: [[], [], [], [], [], [], []], exceptions: [] }
  await addSetting(server.url, ownerToken, 'groups', { ...defaultGroup, name: 'Islands', hours })
  const known = Promise.withResolvers<undefined>()
  await page.route('**/api/v1/groups', async (route) => {
    await known.promise
    await route.continue()
  })
  await page.goto(`${server.url}/desk/#/settings/what-if`)
  await expect(page.getByRole('heading', { name: 'What if' })).toBeVisible()
  const day = page.locator('input[type=date]')
  await expect(day).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Replay the day' })).toHaveCount(0)
  known.resolve(undefined)
  const yesterday = new Date(Date.now() + (14 - 24) * 3_600_000).toISOString().slice(0, 10)
  await expect(day).toHaveValue(yesterday)
})
