// Reading along in a colleague's conversation: seen by nobody, whispering to the colleague, and taking over with a reason.
import { expect } from '@playwright/test'
import { createColleague } from '../drivers/desk-api.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('[D6.3][D7.4][D8.9] a supervisor reads along unseen, whispers, and takes over; the colleague is told who and why', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  const { page } = desk
  await createColleague(server.url, ownerToken, amy)
  await desk.setStatus('Busy')
  const colleague = await openDesk(amy)
  await colleague.setStatus('Online')
  await visitor.write('Is the blue teapot in stock?')
  await colleague.open(/blue teapot/u)
  await colleague.reply('One moment, I look.')
  await colleague.page.goto(`${server.url}/desk/#/team`)

  await page.keyboard.press('3')
  await desk.row(/One moment/u).click()
  const bar = page.getByRole('region', { name: 'Reading along' })
  await expect(bar.getByText('Watching')).toBeVisible()
  await expect(bar).toContainText(`${amy.name} answers`)
  await expect(page.getByRole('textbox', { name: /^Reply/u })).toHaveCount(0)

  // Live, and without a trace: what the visitor writes is here, and nobody has seen it.
  await visitor.composer.pressSequentially('It is urg')
  await expect(page.getByText('Visitor 1 is typing')).toBeVisible()
  await visitor.composer.fill('It is urgent')
  await visitor.page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('It is urgent')).toBeVisible()
  await visitor.expectState('Delivered')

  await bar.getByRole('button', { name: 'Stop' }).click()
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('log')).toHaveCount(0)
  await desk.row(/It is urgent/u).click()
  await page.keyboard.press('Escape')

  await page.keyboard.press('n')
  const whisper = page.getByRole('dialog', { name: `Whisper to ${amy.name}` })
  await whisper.getByRole('textbox').fill('Check the second shelf')
  await whisper.getByRole('button', { name: 'Whisper' }).click()
  await expect(whisper).toHaveCount(0)
  await expect(colleague.page.getByText(`${mei.name} whispers about Visitor 1`)).toBeVisible()
  await expect(colleague.page.getByText('Check the second shelf').first()).toBeVisible()
  await expect(visitor.page.getByText('Check the second shelf')).toHaveCount(0)

  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: `Take over from ${amy.name}` })
  await dialog.getByRole('textbox', { name: /Why/u }).fill('I know this customer')
  await page.keyboard.press('Enter')
  await expect(bar).toHaveCount(0)
  await desk.reply('It is, three of them.')
  await expect(visitor.message('It is, three of them.')).toBeVisible()
  await expect(colleague.page.getByText(`${mei.name} took over Visitor 1`)).toBeVisible()
  await expect(colleague.page.getByText('I know this customer').first()).toBeVisible()
  await expect(visitor.page.getByText('I know this customer')).toHaveCount(0)
})

test('a colleague who does not lead reads no label of it and takes nothing over', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  const colleague = await openDesk(amy)
  await colleague.setStatus('Busy')
  await visitor.write('Hello there')
  await desk.open('Hello there')
  await colleague.page.keyboard.press('3')
  await colleague.row('Hello there').click()
  await expect(colleague.page.getByRole('region', { name: 'Reading along' })).toHaveCount(0)
  await colleague.page.keyboard.press('a')
  await expect(colleague.page.getByRole('dialog')).toHaveCount(0)
})
