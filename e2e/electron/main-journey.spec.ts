// The main job from the first start: host, own, be written to, answer, let a colleague join, lose the server, lose nothing.
import { chromium, expect, test } from '@playwright/test'
import { DeskApp } from '../drivers/desk-app.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { screenshot } from '../drivers/screenshots.ts'
import { Visitor } from '../drivers/visitor.ts'

const owner = { name: 'Han Mei', login: 'mei', password: 'a quiet tea house' }

test('[D1][D5] a visitor writes, the host answers', async () => {
  const host = await DeskApp.start()
  const desk = new DeskPage(host.window)
  await screenshot(host.window, 'first-run-en')
  await desk.hostHere()
  await desk.createOwner(owner)
  await screenshot(host.window, 'inbox-empty-en')
  const info = await host.window.evaluate(async () =>
    (window as unknown as { desk: { getStartup(): Promise<{ host: { url: string } }> } }).desk.getStartup(),
  )
  const browser = await chromium.launch({
    executablePath: process.env['FRONTDESK_CHROMIUM'] ?? '',
    args: ['--no-sandbox'],
  })
  const visitor = new Visitor(await browser.newPage({ locale: 'en' }))
  await visitor.page.goto(`${info.host.url}/chat`)
  await visitor.write('Hello, is the blue teapot in stock?')
  await screenshot(visitor.page, 'chat-en')
  await desk.open(/blue teapot/u)
  await desk.reply('Yes, three of them.')
  await expect(visitor.message('Yes, three of them.')).toBeVisible()
  await screenshot(host.window, 'conversation-en')
  await screenshot(visitor.page, 'chat-answered-en')
  await browser.close()
  await host.dispose()
})
