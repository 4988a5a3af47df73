// From the first start to a desk: hosting one, joining one, and what goes wrong on the way.
import { createServer } from 'node:http'
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { createOwner, visitorWrites } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { mei } from '../drivers/people.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { test } from './fixtures.ts'

test('the first start asks whether to host or to join; hosting asks for an owner and opens the desk', async ({
  startApp,
}) => {
  const app = await startApp()
  const desk = new DeskPage(app.window)
  await expect(app.window.getByRole('button', { name: /Join a desk/u })).toBeVisible()
  await desk.hostHere()
  await expect(app.window.getByLabel('Your name')).toBeVisible()
  // The app read the code itself: nobody has to look for it.
  await expect(app.window.getByLabel('Setup code')).toHaveCount(0)
  await desk.createOwner(mei)
  await expect(app.window.getByText('Inbox zero')).toBeVisible()
})

test('an address that leads nowhere is told apart by what is wrong with it', async ({ startApp }) => {
  const server = await ServerUnderTest.start()
  await createOwner(server, mei)
  const printer = createServer((_request, response) => response.end('<h1>Printer</h1>'))
  await new Promise<void>((resolve) => printer.listen(0, '127.0.0.1', resolve))
  const address = printer.address()
  const printerUrl = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`

  const { window } = await startApp()
  const desk = new DeskPage(window)
  await desk.chooseJoin()
  await desk.tryAddress('what is this')
  await expect(window.getByText('This is no address. It looks like 192.168.1.20 or desk.example.com.')).toBeVisible()
  await desk.tryAddress('127.0.0.1:1')
  await expect(
    window.getByText(
      'The desk did not answer. Check that its computer is on and in the same network. Tried http://127.0.0.1:1.',
    ),
  ).toBeVisible()
  await desk.tryAddress(printerUrl)
  await expect(
    window.getByText(`Something answered there, but it is not a Frontdesk. Check the address. Tried ${printerUrl}.`),
  ).toBeVisible()
  await desk.tryAddress(server.url)
  await desk.logIn(mei)
  printer.close()
  await server.dispose()
})

test('a host whose port is taken says so, and starts once it is free', async ({ startApp }) => {
  const squatter = await ServerUnderTest.start()
  const app = await startApp('en', squatter.port)
  const desk = new DeskPage(app.window)
  await desk.hostHere()
  await expect(app.window.getByRole('heading', { name: 'The desk cannot start' })).toBeVisible()
  await expect(app.window.getByText(String(squatter.port))).toBeVisible()
  await squatter.dispose()
  await app.window.getByRole('button', { name: 'Try again' }).click()
  await desk.createOwner(mei)
})

test('a colleague joins by six digits, over TLS with the key that they pinned', async ({ host, startApp }) => {
  const { invite } = en.deskSettings
  const hosts = host.window
  await hosts.getByRole('button', { name: 'Settings' }).click()
  await hosts.getByRole('button', { name: 'About this desk' }).click()
  const showCode = async (): Promise<string> => {
    await hosts.getByRole('button', { name: invite.show }).click()
    return (await hosts.getByLabel(invite.code, { exact: true }).textContent()) ?? ''
  }
  const wrong = (await showCode()) === '000 000' ? '111 111' : '000 000'

  const app = await startApp()
  const desk = new DeskPage(app.window)
  await desk.chooseJoin()
  await desk.tryAddress(await host.deskUrl(), '12345')
  await expect(app.window.getByText(en.deskStart.join.codeMalformed)).toBeVisible()
  await desk.tryAddress(await host.deskUrl(), wrong)
  await expect(app.window.getByText(en.deskErrors.code.pairing_wrong)).toBeVisible()
  await expect(hosts.getByText(invite.wrong)).toBeVisible()

  // Without a pin the host's own key is a stranger's, and that is not remembered against it.
  const info = await fetch(`${await host.deskUrl()}/api/v1/desk`)
  const { securePort } = (await info.json()) as { securePort: number }
  const url = `https://127.0.0.1:${securePort}`
  const reach = (address: string) => fetch(`${address}/api/v1/desk`).then(String, () => 'refused')
  expect(await app.window.evaluate(reach, url)).toBe('refused')

  await desk.tryAddress(await host.deskUrl(), await showCode())
  await desk.logIn(mei)
  await expect(hosts.getByText(invite.joined)).toBeVisible()
  expect(await app.window.evaluate(() => window.desk?.getJoinedDesks())).toEqual([{ url, isPaired: true }])
  await app.restart()
  await visitorWrites(await host.deskUrl(), { name: 'Amy' }, ['Over TLS'])
  await expect(new DeskPage(app.window).row(/Over TLS/u)).toBeVisible()
})
