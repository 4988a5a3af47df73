// Announced to everybody: written by a leader, read by visitors and colleagues in their language, put away, withdrawn.
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { createColleague } from '../drivers/desk-api.ts'
import { lei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

const words = en.deskAnnouncement

test('[D4.10] an announcement reaches visitors and colleagues, stays put away, and is gone once it is withdrawn', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, lei)
  await visitor.writeAndArrive('Is my order on its way?')
  const colleague = await openDesk(lei)
  await desk.page.goto(`${server.url}/desk/#/settings/announcement`)
  await desk.page.getByLabel(words.zh).fill('今天 18:00 下班')
  await desk.page.getByLabel(words.en).fill('We close at 18:00 today')
  await expect(desk.page.getByText('We close at 18:00 today').last()).toBeVisible()
  await desk.page.getByRole('button', { name: words.publish, exact: true }).click()
  const strip = (page = colleague.page) =>
    page.getByRole('status', { name: words.title }).getByText('We close at 18:00 today')
  await expect(strip()).toBeVisible()
  await expect(visitor.page.getByText('We close at 18:00 today')).toBeVisible()

  await visitor.page.getByRole('button', { name: 'Got it' }).click()
  await expect(visitor.page.getByText('We close at 18:00 today')).toHaveCount(0)
  await visitor.page.reload()
  await visitor.writeAndArrive('One more thing')
  await expect(visitor.page.getByText('We close at 18:00 today')).toHaveCount(0)

  await colleague.page.reload()
  await expect(strip()).toBeVisible()
  await colleague.page.getByRole('status', { name: words.title }).getByRole('button').click()
  await expect(strip()).toHaveCount(0)

  await expect(strip(desk.page)).toBeVisible()
  await desk.page.getByRole('button', { name: words.withdraw }).click()
  await expect(strip(desk.page)).toHaveCount(0)
  await expect(desk.page.getByRole('heading', { name: words.now })).toHaveCount(0)
})

test('[D10.14] who does not lead has no page for it', async ({ server, ownerToken, openDesk }) => {
  await createColleague(server.url, ownerToken, lei)
  const colleague = await openDesk(lei)
  await colleague.page.goto(`${server.url}/desk/#/settings/announcement`)
  await expect(colleague.page.getByRole('heading', { name: en.deskSettings.page.general })).toBeVisible()
  await expect(colleague.page.getByText(zh.deskAnnouncement.lead)).toHaveCount(0)
  await expect(colleague.page.getByText(words.lead)).toHaveCount(0)
})
