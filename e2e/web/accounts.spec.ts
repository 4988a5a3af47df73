// The way in, and what people read when it is closed.
import { expect } from '@playwright/test'
import { createColleague, logIn } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('the link that the server prints sets the desk up', async ({ server, newContext }) => {
  const desk = new DeskPage(await (await newContext()).newPage())
  await desk.page.goto(`${server.url}/desk/#setup=${server.setupCode}`)
  await expect(desk.page.getByLabel('Your name')).toBeVisible()
  await expect(desk.page.getByLabel('Setup code')).toHaveCount(0)
  await desk.createOwner(mei)
  expect(desk.page.url()).toBe(`${server.url}/desk/#/mine`)
  await desk.page.reload()
  await desk.expectInbox()
})

test('a wrong setup code is refused in words, the right one then works', async ({ server, newContext }) => {
  const desk = new DeskPage(await (await newContext()).newPage())
  await desk.page.goto(`${server.url}/desk/#setup=AAAA-BBBB-CCCC`)
  await desk.fillOwner(mei)
  await expect(
    desk.page.getByText('The setup code is wrong. It stands where the server was started.', { exact: true }),
  ).toBeVisible()
  await expect(desk.page.getByLabel('Your name')).toHaveValue(mei.name)
  await desk.page.getByLabel('Setup code').fill(server.setupCode)
  await desk.createOwner(mei)
})

test('[D9] a wrong password and too many of them are told apart, with the time to wait', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  expect(ownerToken).not.toBe('')
  const desk = await openDesk()
  await desk.fillLogin({ login: mei.login, password: 'not hers at all' })
  await expect(
    desk.page.getByText('Name or password is wrong. Check both; capital letters count in the password.'),
  ).toBeVisible()
  for (let tries = 1; tries < 5; tries += 1)
    await expect(logIn(server.url, { login: mei.login, password: `guess number ${tries}` })).rejects.toThrow('login')
  await desk.fillLogin(mei)
  await expect(
    desk.page.getByText(/^Too many wrong tries\. You can try again in 1[45]:\d\d; nothing is locked\.$/u),
  ).toBeVisible()
  await expect(desk.page.getByRole('button', { name: /^Wait 1[45]:\d\d$/u })).toBeDisabled()
})

test('a login that is ended from another browser says so and keeps what was written', async ({
  desk,
  openDesk,
  visitor,
}) => {
  const office = await openDesk(mei)
  await visitor.write('Hello')
  await desk.open('Hello')
  await desk.composer.fill('half an answer')
  await office.page.getByRole('button', { name: 'Settings' }).click()
  await office.page.getByRole('button', { name: 'My logins' }).click()
  const otherBrowser = office.page.getByRole('row', { name: /Chrome/u }).getByRole('button', { name: /^End/u })
  await otherBrowser.click()
  await desk.expectLogin()
  await expect(
    desk.page.getByText('This login was ended from another place. Log in again; what you wrote is kept.'),
  ).toBeVisible()
  await expect(otherBrowser).toHaveCount(0)
  await desk.logIn(mei)
  await desk.open(/half an answer/u)
  await expect(desk.composer).toHaveValue('half an answer')
})

test('[D7] a deactivated colleague is out at once, and the conversation waits for somebody else', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await desk.setStatus('Away')
  const colleague = await openDesk(amy)
  await visitor.write('Who are you?')
  await colleague.open('Who are you?')
  await desk.page.getByRole('button', { name: 'Settings' }).click()
  await desk.page.getByRole('button', { name: 'People' }).click()
  await desk.page.getByRole('button', { name: `Change ${amy.name}` }).click()
  await desk.page.getByRole('button', { name: 'Deactivate' }).click()
  await desk.page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click()
  await colleague.expectLogin()
  await expect(colleague.page.getByText(/(?:ended from another place|no longer valid)/u)).toBeVisible()
  await colleague.fillLogin(amy)
  await expect(colleague.page.getByText(/^Name or password is wrong/u)).toBeVisible()
  await desk.page.keyboard.press('Escape')
  await desk.page.getByRole('button', { name: /^Inbox/u }).click()
  await expect(desk.page.getByRole('tab', { name: 'Queue 1' })).toBeVisible()
})
