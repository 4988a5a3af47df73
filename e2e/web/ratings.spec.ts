// What a visitor thinks of it, asked when it is closed: by keyboard, once, and still there after a reload.
import { expect } from '@playwright/test'
import { accessibilityProblems } from '../drivers/accessibility.ts'
import { screenshot } from '../drivers/screenshots.ts'
import { test } from './fixtures.ts'

test('[D2.10][D5] a closed conversation is rated by keyboard, changed once, and the desk reads it', async ({
  desk,
  visitor,
}) => {
  await visitor.writeAndArrive('Does the pot go into the dishwasher?')
  await desk.open('Does the pot go into the dishwasher?')
  await desk.reply('Better by hand.')
  await expect(visitor.message('Better by hand.')).toBeVisible()
  const { page } = visitor
  const faces = page.getByRole('radiogroup', { name: 'How was this conversation?' })
  await expect(faces).toHaveCount(0)

  await desk.close()
  await faces.getByRole('radio', { name: 'Very bad' }).press('ArrowRight')
  await expect(faces.getByRole('radio', { name: 'Bad', exact: true })).toBeFocused()
  await expect(faces.getByRole('radio', { name: 'Bad', exact: true })).toBeChecked()
  expect(await accessibilityProblems(page)).toEqual([])
  await page.getByRole('textbox', { name: 'What should we know? (optional)' }).fill('Slow <b>today</b>')

  // Nothing that was chosen is lost.
  await page.reload()
  const comment = page.getByRole('textbox', { name: 'What should we know? (optional)' })
  await expect(comment).toHaveValue('Slow <b>today</b>')
  await comment.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Your rating: Bad. Thank you.')).toBeVisible()
  await expect(visitor.composer).toBeFocused()

  // A second thought.
  await page.getByRole('button', { name: 'Change' }).press('Enter')
  await faces.getByRole('radio', { name: 'Bad', exact: true }).press('ArrowLeft')
  await page.getByRole('button', { name: 'Send rating' }).press('Enter')
  await expect(page.getByText('Your rating: Very bad. Thank you.')).toBeVisible()

  await desk.page.getByRole('button', { name: 'All conversations' }).click()
  await desk.show('Closed')
  await desk.row('Better by hand.').click()
  await expect(desk.message(/The visitor rated it .* bad/u)).toHaveCount(2)
  await expect(desk.message('Slow <b>today</b>')).toHaveCount(2)
  await screenshot(desk.page, 'rated')
  expect(await accessibilityProblems(desk.page)).toEqual([])
})
