// A slip put right, how it was delivered, and a message taken back: on the desk, on the visitor's side, by hand and by keyboard.
import { expect } from '@playwright/test'
import { accessibilityProblems } from '../drivers/accessibility.ts'
import { test } from './fixtures.ts'

test('[D2.6] [D2.8] [D6.1] an agent edits and recalls, and the visitor reads it as it is now', async ({
  desk,
  visitor,
}) => {
  await visitor.writeAndArrive('Where is my parcel?')
  await desk.open('Where is my parcel?')
  const { page, composer } = desk
  await desk.reply('It comes on Mondya.')
  await expect(visitor.message('It comes on Mondya.')).toBeVisible()

  // By the keyboard: up in the empty field, Escape leaves it as it was, and the draft was not touched.
  await composer.press('ArrowUp')
  const editing = page.getByRole('textbox', { name: 'Editing your message' })
  await expect(editing).toBeFocused()
  await expect(editing).toHaveValue('It comes on Mondya.')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(composer).toBeFocused()
  await composer.press('ArrowUp')
  await editing.fill('It comes on Monday.')
  await editing.press('Enter')
  await expect(composer).toBeFocused()
  await expect(desk.message('It comes on Monday.')).toBeVisible()
  await expect(desk.message(/^edited(?: \d\d:\d\d)?$/u)).toBeVisible()
  await expect(visitor.message('It comes on Monday.')).toBeVisible()
  await expect(visitor.message('Edited')).toBeVisible()
  await expect(visitor.message('Mondya')).toHaveCount(0)

  // How it got there, step by step: seen as it happened in this window, so every step has its time.
  const right = page.getByRole('article').filter({ hasText: 'It comes on Monday.' })
  await right.getByRole('button', { name: 'Read, how it was delivered' }).press('Enter')
  const ledger = page.getByRole('dialog', { name: 'Delivery' })
  for (const step of ['Written here', 'Stored on the server', 'On the visitor’s screen', 'Seen by the visitor'])
    await expect(ledger.locator('dl > div').filter({ hasText: step })).toHaveText(/\d\d:\d\d:\d\d$/u)
  await expect(ledger.getByText(/^by /u)).toHaveCount(0)
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(ledger).toHaveCount(0)

  // By its menu; what was taken back can be written again, and a reload shows the same to both.
  await desk.reply('Your neighbour has it.')
  await expect(visitor.message('Your neighbour has it.')).toBeVisible()
  const wrong = page.getByRole('article').filter({ hasText: 'Your neighbour has it.' })
  await wrong.hover()
  await wrong.getByRole('button', { name: 'Edit or recall' }).click()
  await page.getByRole('menuitem', { name: 'Recall' }).click()
  await expect(desk.message('You recalled a message')).toBeVisible()
  await expect(composer).toBeFocused()
  await expect(visitor.message('A message was taken back')).toBeVisible()
  await expect(visitor.message('Your neighbour has it.')).toHaveCount(0)
  await expect(desk.row('You: Message recalled')).toBeVisible()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Write it again' }).click()
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue('Your neighbour has it.')
  await page.reload()
  await expect(desk.message('You recalled a message')).toBeVisible()
  await expect(desk.message('It comes on Monday.')).toBeVisible()
  await visitor.page.reload()
  await expect(visitor.message('A message was taken back')).toBeVisible()
})
