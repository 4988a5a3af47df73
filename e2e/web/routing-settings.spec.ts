// Those who lead set who answers whom; nothing typed is lost, and nobody overwrites a colleague unseen.
import { expect, type Page } from '@playwright/test'
import { defaultGroup } from '#protocol'
import { addSetting, createColleague } from '../drivers/desk-api.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

const openSettings = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name, exact: true }).click()
}

test('a group is added, changed and deleted with the keyboard alone', async ({ desk: { page } }) => {
  await openSettings(page, 'Groups')
  const add = page.getByRole('button', { name: 'Add a group' })
  // Not before the groups are there, and nothing that is disabled takes the focus.
  await expect(add).toBeEnabled()
  await add.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Returns')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Returns/u })).toBeVisible()
  await page.getByRole('button', { name: 'Change Returns' }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Name').fill('Returned goods')
  await page.getByLabel('Waiting at once').fill('-1')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^A number from/u)).toBeVisible()
  await expect(page.getByLabel('Waiting at once')).toBeFocused()
  await page.getByLabel('Waiting at once').fill('30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /Returned goods/u })).toBeVisible()
  await page.getByRole('button', { name: 'Change Returned goods' }).click()
  await page.getByRole('button', { name: 'Delete group' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete group' }).click()
  await expect(page.getByRole('row', { name: /Returned goods/u })).toHaveCount(0)
})

test('[D10.18] of two who change the same group the later is shown it and chooses', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  await addSetting(server.url, ownerToken, 'groups', { ...defaultGroup, name: 'Sales' })
  const [one, other] = [(await openDesk(mei)).page, (await openDesk(mei)).page]
  for (const page of [one, other]) {
    await openSettings(page, 'Groups')
    await page.getByRole('button', { name: 'Change Sales' }).click()
  }
  await one.getByLabel('Waiting at once').fill('5')
  await one.getByRole('button', { name: 'Save' }).click()
  await expect(one.getByRole('dialog')).toHaveCount(0)
  await other.getByLabel('Waiting at once').fill('9')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('Somebody else saved this in the meantime')).toBeVisible()
  await expect(other.getByLabel('Waiting at once')).toHaveValue('9')
  await other.getByRole('button', { name: 'Show theirs' }).click()
  await expect(other.getByLabel('Waiting at once')).toHaveValue('5')
  await other.getByLabel('Waiting at once').fill('7')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByRole('dialog')).toHaveCount(0)
})

test('[D10.19] what does not fit is said beside its field, with what it clashes with', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  const { id } = await addSetting(server.url, ownerToken, 'groups', { ...defaultGroup, name: 'Returns' })
  const examples = ['money back', 'refund', 'return it']
  await addSetting(server.url, ownerToken, 'intents', { name: 'Refund', examples, group: id })
  const { page } = await openDesk(mei)
  await openSettings(page, 'Intents')
  await page.getByRole('button', { name: 'Add an intent' }).click()
  await page.getByLabel('Name').fill('Complaint')
  await page.getByLabel('Examples').fill('it is broken\nMoney  BACK')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('From 3 to 50 sentences, one on each line.')).toBeVisible()
  await page.getByLabel('Examples').fill('it is broken\nMoney  BACK\nvery late')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/This sentence is an example already.*“Money BACK”.*“Refund”/u)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Discard what you changed?')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).last().click()
  await expect(page.getByLabel('Name')).toHaveValue('Complaint')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await openSettings(page, 'Groups')
  await page.getByRole('button', { name: 'Change Returns' }).click()
  await page.getByRole('button', { name: 'Delete group' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete group' }).click()
  await expect(page.getByText(/Something still leads to this group.*“Refund”/u)).toBeVisible()
})

test('what is unsaved is asked about before the page is left, also by going back', async ({ desk: { page } }) => {
  await openSettings(page, 'Routing')
  const wait = page.getByRole('textbox', { name: 'Wait for the first sentences' })
  await wait.fill('7')
  await page.goBack()
  await expect(page.getByText('Discard what you changed?')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(wait).toHaveValue('7')
  expect(page.url()).toContain('settings/routing')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved', { exact: true }).first()).toBeVisible()
  await page.reload()
  await expect(wait).toHaveValue('7')
})

test('[D10.14] colleagues who do not lead have no such pages', async ({ server, ownerToken, openDesk }) => {
  await createColleague(server.url, ownerToken, amy)
  const { page } = await openDesk(amy)
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect(page.getByRole('button', { name: 'My account' })).toBeVisible()
  for (const name of ['Groups', 'Tags', 'Intents', 'Skills', 'Routing'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await page.goto(`${server.url}/desk/#/settings/groups`)
  await expect(page.getByRole('heading', { name: 'General' })).toBeVisible()
})
