// Two colleagues in one conversation: each sees the other write, nobody answers over the other unasked, also not out of a tunnel.
import { expect } from '@playwright/test'
import { accessibilityProblems } from '../drivers/accessibility.ts'
import { createColleague } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { amy, mei } from '../drivers/people.ts'
import { Tunnel } from '../drivers/tunnel.ts'
import { test } from './fixtures.ts'

const putBack = async ({ page }: DeskPage): Promise<void> => {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Put back in the queue' }).click()
  await expect(page.getByText('Your reply takes this conversation')).toBeVisible()
}

test('[D4.8][D5.2] a colleague who writes is asked about once, one who has answered is told of, and nothing goes out blindly', async ({
  server,
  ownerToken,
  desk,
  newContext,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await desk.setStatus('Busy')
  const tunnel = await Tunnel.to(server.port)
  const laptop = await newContext({ viewport: { width: 1440, height: 900 } })
  const colleague = new DeskPage(await laptop.newPage())
  await colleague.page.goto(`${tunnel.url}/desk/`)
  await colleague.logIn(amy)
  await colleague.setStatus('Busy')
  await visitor.write('Is the blue teapot in stock?')
  for (const one of [desk, colleague]) {
    await one.show('Queue')
    await one.open(/blue teapot/u)
  }
  const alsoHere = desk.page.getByRole('list', { name: 'Also here' })
  await expect(alsoHere).toContainText(`${amy.name} views`)
  await expect(colleague.page.getByRole('list', { name: 'Also here' })).toContainText(`${mei.name} views`)
  const question = desk.page.getByRole('group', { name: 'Before you send' })

  await colleague.composer.pressSequentially('One mom')
  await expect(desk.page.getByText(`${amy.name} is writing an answer.`)).toBeVisible()
  await expect(alsoHere).toContainText(`${amy.name} is writing`)
  await desk.reply('It is, three of them.')
  await expect(question).toContainText(`${amy.name} is writing an answer.`)
  expect.soft(await accessibilityProblems(desk.page)).toEqual([])
  await desk.page.keyboard.press('Escape')
  await expect(desk.composer).toBeFocused()
  await desk.page.keyboard.press('Enter')
  await expect(question.getByRole('button', { name: 'Send anyway' })).toBeFocused()
  await desk.page.keyboard.press('Enter')
  await expect(visitor.message('It is, three of them.')).toBeVisible()
  await putBack(desk)

  const told = colleague.page.getByRole('group', { name: 'Before you send' })
  await expect(told).toContainText(`${mei.name} answered while you were writing.`)
  await expect(colleague.composer).toHaveValue('One mom')
  await colleague.reply('')
  await expect(told).toHaveCount(0)

  await tunnel.cut(laptop)
  await expect(alsoHere).toHaveCount(0)
  await colleague.reply('We have three, and a green one.')
  await expect(colleague.page.getByRole('button', { name: 'Sending, how it was delivered' })).toBeAttached()
  await colleague.page.keyboard.press('Escape')
  await colleague.page.getByRole('button', { name: 'Team' }).click()
  await desk.reply('The green one is sold out.')
  await expect(visitor.message('The green one is sold out.')).toBeVisible()
  await putBack(desk)
  await tunnel.mend(laptop)
  await colleague.page.getByRole('button', { name: 'Look through' }).click()
  const held = colleague.page.getByRole('dialog', { name: '1 answer held back' })
  await expect(held).toContainText('The green one is sold out.')
  await expect(held).toContainText('We have three, and a green one.')
  await expect(visitor.message('We have three, and a green one.')).toHaveCount(0)
  expect.soft(await accessibilityProblems(colleague.page)).toEqual([])
  await held.getByRole('button', { name: 'Send anyway' }).press('Enter')
  await expect(held).toHaveCount(0)
  await expect(visitor.message('We have three, and a green one.')).toHaveCount(1)
  tunnel.close()
})
