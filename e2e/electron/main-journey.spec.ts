// The main job from the first start: host, be written to, answer, let a colleague join, lose the server, lose nothing.
import { expect } from '@playwright/test'
import { createColleague, logIn } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { amy, mei } from '../drivers/people.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

test('[D1][D2][D3] visitor, host and a colleague who joined see one conversation, before and after a kill -9', async ({
  host,
  startApp,
  browser,
}) => {
  test.setTimeout(120_000)
  const desk = new DeskPage(host.window)
  const deskUrl = await host.deskUrl()
  await createColleague(deskUrl, await logIn(deskUrl, mei), amy)

  const visitor = new Visitor(await (await browser.newContext({ locale: 'en-GB' })).newPage())
  await visitor.visitChatPage(deskUrl)
  await visitor.write('Is the blue teapot in stock?')
  await desk.open(/blue teapot/u)
  await desk.reply('Yes, three of them. 还有三把。')
  await expect(visitor.message(/还有三把/u)).toHaveCount(1)

  const joined = await startApp()
  const colleague = new DeskPage(joined.window)
  await colleague.join(deskUrl)
  await colleague.logIn(amy)
  await colleague.showAll()
  await colleague.row(/还有三把/u).click()
  await expect(colleague.message(/blue teapot/u)).toHaveCount(1)
  await visitor.write('Could you keep one for me?')
  await expect(colleague.message('Could you keep one for me?')).toHaveCount(1)
  await expect(desk.message('Could you keep one for me?')).toHaveCount(1)

  await host.killServer()
  await visitor.write('Are you still there?')
  await desk.reply('One moment, please.')
  const everything = [
    /blue teapot/u,
    /还有三把/u,
    'Could you keep one for me?',
    'Are you still there?',
    'One moment, please.',
  ]
  for (const side of [visitor, desk, colleague])
    for (const text of everything) await expect(side.message(text)).toHaveCount(1, { timeout: 30_000 })

  await desk.transferTo(amy.name, 'Knows the blue one best')
  await expect(visitor.message(/Passed on to Amy Winter/u)).toBeVisible()
  await colleague.reply('Amy here: it is on the shelf for you.')
  await expect(visitor.message(/on the shelf/u)).toHaveCount(1)
})

test('[D5] the app comes back as it was left: role, login, conversation, words not yet sent', async ({
  host,
  browser,
}) => {
  test.setTimeout(120_000)
  const desk = new DeskPage(host.window)
  const visitor = new Visitor(await (await browser.newContext({ locale: 'en-GB' })).newPage())
  await visitor.visitChatPage(await host.deskUrl())
  await visitor.write('Hello again')
  await desk.open('Hello again')
  await desk.composer.fill('half an answer')
  await host.restart()
  const again = new DeskPage(host.window)
  await again.expectInbox()
  await again.open(/Draft: half an answer/u)
  await expect(again.message('Hello again')).toHaveCount(1)
  await expect(again.composer).toHaveValue('half an answer')
})
