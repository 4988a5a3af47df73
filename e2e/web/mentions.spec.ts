// A note calls a colleague who has nothing to do with the conversation: at once while they are there, and later when they were not.
import { expect } from '@playwright/test'
import { accessibilityProblems } from '../drivers/accessibility.ts'
import { createColleague } from '../drivers/desk-api.ts'
import { amy } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('[D2.9] a colleague who is called in a note hears of it, and finds it again', async ({
  server,
  ownerToken,
  desk,
  visitor,
  openDesk,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await visitor.writeAndArrive('Do you deliver to Lisbon?')
  await desk.open('Do you deliver to Lisbon?')
  const { page } = desk
  const write = async (before: string): Promise<void> => {
    await desk.messages.focus()
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: 'Note' })
    await note.fill(`${before} `)
    await note.pressSequentially('@am')
    await expect(page.getByRole('option', { name: amy.name })).toBeVisible()
    await note.press('Enter')
    await expect(note).toHaveValue(`${before} @${amy.name} `)
    expect(await accessibilityProblems(page)).toEqual([])
    await note.press('Control+Enter')
    await expect(page.getByRole('dialog', { name: 'Note' })).toHaveCount(0)
  }
  // She was not there: it waits for her.
  await write('Lisbon, please')
  const colleague = await openDesk(amy)
  const mine = colleague.page
  await mine.getByRole('button', { name: /^Mentions/u }).click()
  const list = mine.getByRole('dialog', { name: 'Mentions' })
  await expect(list.getByText('Lisbon, please')).toBeVisible()
  expect(await accessibilityProblems(mine)).toEqual([])
  await mine.keyboard.press('Escape')
  await expect(mine.getByText('1 note calls you')).toHaveCount(0)
  // She is there, elsewhere on the desk: she is told, and led to it.
  await write('And Porto?')
  await expect(mine.getByText(/mentioned you about/u)).toBeVisible()
  await expect(mine.getByText('1 note calls you')).toBeAttached()
  await mine.getByRole('button', { name: /^Mentions/u }).click()
  await list.getByText('And Porto?').click()
  await expect(colleague.messages.getByText('And Porto?')).toBeVisible()
  await expect(visitor.page.getByText('Porto')).toHaveCount(0)
})
