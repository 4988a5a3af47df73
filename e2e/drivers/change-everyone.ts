import { expect, type Page } from '@playwright/test'

/** Changes the group of everyone in its dialog and goes back to the inbox. */
export const changeEveryone = async (page: Page, change: () => Promise<void>): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Groups', exact: true }).click()
  await page.getByRole('button', { name: /^Change Everyone/u }).click()
  await change()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Inbox' }).click()
}
