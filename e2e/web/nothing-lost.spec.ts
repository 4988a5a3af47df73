import { expect } from '@playwright/test'
import { test } from './fixtures.ts'
import { Visitor } from '../drivers/visitor.ts'

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

test('[D2][D5] a message written offline is sent once when the network is back', async ({ desk, visitor }) => {
  await visitor.write('Hello')
  await desk.open('Hello')
  await visitor.page.context().setOffline(true)
  await visitor.write('Written in a tunnel')
  await visitor.page.reload({ waitUntil: 'commit' }).catch(() => undefined)
  await visitor.page.context().setOffline(false)
  await visitor.page.reload()
  await expect(desk.message('Written in a tunnel')).toHaveCount(1)
  await expect(visitor.message('Written in a tunnel')).toHaveCount(1)
})

test('[D2] two tabs of one visitor share one history and one connection', async ({ server, desk, visitor }) => {
  await visitor.write('From the first tab')
  const second = new Visitor(await visitor.page.context().newPage())
  await second.page.goto(`${server.url}/demo`)
  await second.openPanel()
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
