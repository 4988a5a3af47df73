// A group that asks before it gives, and a colleague who is asked to take over.
import { expect } from '@playwright/test'
import { expectAccessible } from '../drivers/accessibility.ts'
import { changeEveryone } from '../drivers/change-everyone.ts'
import { createColleague } from '../drivers/desk-api.ts'
import { amy, mei } from '../drivers/people.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

test('[D7.25] an offer that one agent lets pass goes to the next, who accepts it by a key', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await changeEveryone(desk.page, async () => {
    await desk.page.getByRole('radio', { name: 'Offer conversations' }).click()
    await desk.page.getByLabel('An offer lasts').fill('8')
  })
  const colleague = await openDesk(amy)
  await colleague.setStatus('Away')
  await visitor.writeAndArrive('Is the blue teapot in stock?')
  const first = desk.page.getByRole('region', { name: 'Offered to you' })
  const second = colleague.page.getByRole('region', { name: 'Offered to you' })
  await expect(first.getByText('Is the blue teapot in stock?')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Accept' })).not.toBeFocused()
  await expectAccessible(desk.page)
  await colleague.setStatus('Online')
  await expect(second.getByText('Is the blue teapot in stock?')).toBeVisible({
    timeout: 25_000,
  })
  await expect(first).toHaveCount(0)
  await colleague.page.keyboard.press('Control+j')
  await expect(visitor.message(`${amy.name} joined`)).toBeVisible()
  await expect(colleague.composer).toBeFocused()
  await colleague.reply('Yes, three of them.')
  await expect(visitor.message('Yes, three of them.')).toBeVisible()
})

test('[D7.28] who lets offers pass is set away, sees it also after a reload, and is back by one press', async ({
  desk,
  visitor,
}) => {
  await changeEveryone(desk.page, async () => {
    await desk.page.getByRole('radio', { name: 'Offer conversations' }).click()
    await desk.page.getByLabel('An offer lasts').fill('5')
  })
  await visitor.writeAndArrive('Is anybody there?')
  const strip = desk.page.getByText(/You were set away at \d\d:\d\d/u)
  await expect(strip).toBeVisible({ timeout: 25_000 })
  await expect(desk.page.getByRole('region', { name: 'Offered to you' })).toHaveCount(0)
  await expectAccessible(desk.page)
  await desk.page.reload()
  await expect(strip).toBeVisible()
  await desk.page.getByRole('button', { name: 'Back to online' }).click()
  await expect(strip).toHaveCount(0)
  await desk.page.getByRole('button', { name: 'Accept' }).click()
  await expect(visitor.message(`${mei.name} joined`)).toBeVisible()
})

test('[D7.26] a colleague who is asked to take over says why not, and the conversation stays; a yes moves it', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await visitor.write('Do you speak English?')
  await desk.open('Do you speak English?')
  const colleague = await openDesk(amy)
  await desk.askToTakeOver(amy.name, 'Prefers English')
  await expect(desk.page.getByText(`waiting for ${amy.name}`)).toBeVisible()
  const asked = colleague.page.getByRole('region', { name: 'Offered to you' })
  await expect(asked.getByText('Prefers English')).toBeVisible()
  await expectAccessible(colleague.page)
  await asked.getByLabel('Why not (optional)').fill('I have lunch')
  await asked.getByRole('button', { name: 'Decline' }).click()
  await expect(desk.page.getByText('I have lunch')).toBeVisible()
  await expect(desk.page.getByText(`waiting for ${amy.name}`)).toHaveCount(0)
  await desk.reply('One moment, please.')
  await expect(visitor.message('One moment, please.')).toBeVisible()

  await desk.askToTakeOver(amy.name, 'Prefers English')
  await desk.page.getByRole('button', { name: 'Stop asking' }).click()
  await expect(asked).toHaveCount(0)
  await desk.askToTakeOver(amy.name, 'Prefers English')
  await asked.getByRole('button', { name: 'Accept' }).click()
  await expect(visitor.message(`Passed on to ${amy.name}`)).toBeVisible()
  await expect(desk.page.getByText(`${amy.name} took over`)).toBeVisible()
  await expect(colleague.message(`${mei.name} transferred it to ${amy.name}`)).toBeVisible()

  // An agent asks, and only who is there can be asked.
  await desk.setStatus('Away')
  await colleague.page.getByRole('button', { name: 'Transfer', exact: true }).click()
  const dialog = colleague.page.getByRole('dialog', { name: /^Transfer/u })
  await dialog.getByText(mei.name).click()
  await expect(dialog.getByText(/is not here and cannot be asked/u)).toBeVisible()
  await expect(dialog.getByRole('radio', { name: 'Hand over now' })).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: `Ask ${mei.name}` })).toBeDisabled()
})

test('[D7.25] an offer accepted while a draft is being written leaves the screen to the draft', async ({
  server,
  desk,
  visitor,
  newContext,
}) => {
  await changeEveryone(desk.page, async () => {
    await desk.page.getByRole('radio', { name: 'Offer conversations' }).click()
  })
  await visitor.writeAndArrive('Is the blue teapot in stock?')
  await desk.page.getByRole('button', { name: 'Accept' }).click()
  await expect(desk.composer).toBeFocused()
  await desk.page.keyboard.type('Let me have a look')
  const other = new Visitor(await (await newContext()).newPage())
  await other.visitShop(server.url)
  await other.writeAndArrive('Where is my parcel?')
  await expect(desk.page.getByRole('region', { name: 'Offered to you' }).getByText('Where is my parcel?')).toBeVisible()
  await desk.page.keyboard.type(' for you')
  await desk.page.keyboard.press('Control+j')
  await expect(other.message(`${mei.name} joined`)).toBeVisible()
  await expect(desk.page.getByText('is yours now')).toBeVisible()
  await expect(desk.composer).toBeFocused()
  await expect(desk.composer).toHaveValue('Let me have a look for you')
  await expect(desk.row('Where is my parcel?')).toBeVisible()
})
