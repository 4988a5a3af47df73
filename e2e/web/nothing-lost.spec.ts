// What was written arrives once, whatever happens to the server, the network and the tabs.
import { expect } from '@playwright/test'
import { DeskPage } from '../drivers/desk-page.ts'
import { mei } from '../drivers/people.ts'
import { Tunnel } from '../drivers/tunnel.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

test('[D1][D2][D5] the server dies mid-conversation: what was said before, during and after is there once', async ({
  server,
  desk,
  visitor,
}) => {
  await visitor.write('Before the crash')
  await visitor.expectState('Delivered')
  await desk.open('Before the crash')
  await server.kill()
  await visitor.write('While it is down')
  await visitor.expectState('Sending')
  await desk.reply('An answer into the void')
  await server.startAgain()
  await expect(visitor.message('An answer into the void')).toHaveCount(1)
  await expect(desk.message('While it is down')).toHaveCount(1)
  await visitor.write('After the crash')
  await expect(desk.message('After the crash')).toHaveCount(1)
  await visitor.page.reload()
  await desk.page.reload()
  for (const text of ['Before the crash', 'While it is down', 'An answer into the void', 'After the crash']) {
    await expect(visitor.message(text)).toHaveCount(1)
    await expect(desk.message(text)).toHaveCount(1)
  }
})

test('[D4][D5] a restart is announced: both sides read what is safe and when the next try comes', async ({
  server,
  desk,
  visitor,
}) => {
  await visitor.writeAndArrive('Hello')
  await desk.open('Hello')
  await server.stop()
  await expect(desk.page.getByText('No connection to the desk. What you write is kept and will be sent.')).toBeVisible()
  await expect(desk.page.getByText(/^Next try in \d+ s$/u)).toBeVisible()
  await expect(
    visitor.page.getByText('The desk cannot be reached. What you write is kept and will be sent.'),
  ).toBeVisible()
  await expect(visitor.page.getByText(/^Next try in \d+ s$/u)).toBeVisible()
  await visitor.write('Written meanwhile')
  await server.startAgain()
  await expect(desk.page.getByText('Connected again. Everything is up to date.')).toBeVisible()
  await expect(desk.message('Written meanwhile')).toHaveCount(1)
  await expect(visitor.page.getByText(/cannot be reached/u)).toBeHidden()
})

test('[D5] what was typed but not sent survives a reload, on both sides', async ({ desk, visitor }) => {
  await visitor.write('Hello')
  await visitor.composer.fill('not finished yet')
  await desk.open('Hello')
  await desk.composer.fill('an answer half written')
  // Drafts are kept a moment after the last key.
  await expect.poll(() => visitor.storedDraft()).toContain('not finished yet')
  await visitor.page.reload()
  await expect(visitor.composer).toHaveValue('not finished yet')
  await desk.page.reload()
  await expect(desk.composer).toHaveValue('an answer half written')
})

test('[D2][D5] what is written in a tunnel arrives once when the train is out of it, both ways', async ({
  server,
  ownerToken,
  newContext,
}) => {
  expect(ownerToken).not.toBe('')
  const tunnel = await Tunnel.to(server.port)
  const [phone, laptop] = [await newContext(), await newContext()]
  const visitor = new Visitor(await phone.newPage())
  await visitor.visitChatPage(tunnel.url)
  await visitor.writeAndArrive('Hello')
  const desk = new DeskPage(await laptop.newPage())
  await desk.page.goto(`${tunnel.url}/desk/`)
  await desk.logIn(mei)
  await desk.open('Hello')

  await Promise.all([tunnel.cut(phone), tunnel.cut(laptop)])
  await expect(visitor.page.getByText('Your device is offline. What you write is kept and will be sent.')).toBeVisible()
  await expect(
    desk.page.getByText('This computer has no network. What you write is kept and will be sent.'),
  ).toBeVisible()
  await visitor.write('Written in a tunnel')
  await visitor.expectState('Sending')
  await desk.reply('Answered in a tunnel')
  await expect(desk.page.getByRole('button', { name: 'Sending, how it was delivered' })).toBeAttached()

  await Promise.all([tunnel.mend(phone), tunnel.mend(laptop)])
  await expect(desk.message('Written in a tunnel')).toHaveCount(1)
  await expect(visitor.message('Answered in a tunnel')).toHaveCount(1)
  await Promise.all([visitor.page.reload(), desk.page.reload()])
  await expect(visitor.message('Written in a tunnel')).toHaveCount(1)
  await expect(desk.message('Answered in a tunnel')).toHaveCount(1)
  tunnel.close()
})

test('[D2] two tabs of one visitor share one history and one connection', async ({ server, desk, visitor }) => {
  await visitor.write('From the first tab')
  const second = new Visitor(await visitor.page.context().newPage())
  // The panel is open there, too: it was not closed.
  await second.page.goto(`${server.url}/demo`)
  await expect(second.message('From the first tab')).toHaveCount(1)
  await second.write('From the second tab')
  await expect(visitor.message('From the second tab')).toHaveCount(1)
  await desk.open('From the second tab')
  await desk.reply('I see both')
  await expect(visitor.message('I see both')).toHaveCount(1)
  await expect(second.message('I see both')).toHaveCount(1)
  // The first tab leads; when it goes, the other takes over.
  await visitor.page.close()
  await second.write('The first tab is closed')
  await expect(desk.message('The first tab is closed')).toHaveCount(1)
  await second.expectState('Seen')
})
