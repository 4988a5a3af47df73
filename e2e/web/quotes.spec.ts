// An answer to one message among many: begun at the message, kept over a reload, shown above the answer, and leading back.
import { expect } from '@playwright/test'
import { accessibilityProblems } from '../drivers/accessibility.ts'
import { test } from './fixtures.ts'

test('[D2.5] an agent answers one message among many, and the answer leads back to it', async ({ desk, visitor }) => {
  await visitor.write('Do you have it in blue?')
  await visitor.write('And how long does it take to Hamburg?')
  await desk.open('Hamburg')
  const { page, composer } = desk
  const asked = page.getByRole('article').filter({ hasText: 'Do you have it in blue?' })
  await asked.hover()
  await asked.getByRole('button', { name: 'Answer this message' }).click()
  await expect(composer).toBeFocused()
  const strip = page.getByRole('button', { name: 'Answer nothing in particular' })
  await expect(strip).toBeVisible()
  await page.reload()
  await expect(strip).toBeVisible()
  await strip.click()
  await expect(strip).toHaveCount(0)
  // By the keyboard, too.
  await asked.getByRole('button', { name: 'Answer this message' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Yes, we have.')
  expect(await accessibilityProblems(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(strip).toHaveCount(0)
  const answer = page.getByRole('article').filter({ hasText: 'Yes, we have.' })
  await expect(answer.getByRole('button', { name: /Do you have it in blue/u })).toBeVisible()
  await answer.getByRole('button', { name: /Do you have it in blue/u }).click()
  await expect(page.getByRole('article').filter({ hasText: 'Do you have it in blue?' }).first()).toBeInViewport()
  await expect(visitor.message('Yes, we have.')).toBeVisible()
  await page.reload()
  await expect(answer.getByRole('button', { name: /Do you have it in blue/u })).toBeVisible()
})
