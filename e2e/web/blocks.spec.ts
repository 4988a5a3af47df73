// Blocking: from the panel, heard at once by the visitor, taken back on the page of the settings.
import { expect } from '@playwright/test'
import { expectAccessible } from '../drivers/accessibility.ts'
import { test } from './fixtures.ts'

test('[D10.23] a visitor is blocked from the panel, told so, and let in again from the block list', async ({
  desk,
  visitor,
}) => {
  await visitor.writeAndArrive('You are all thieves')
  await desk.open('You are all thieves')
  await desk.page.getByRole('button', { name: 'Block visitor' }).click()
  const dialog = desk.page.getByRole('dialog')
  await expect(dialog.getByText('Nobody else came from 127.0.0.*')).toBeVisible()
  await expect(dialog.getByText('1 colleague is there; colleagues are never blocked.')).toBeVisible()
  await expectAccessible(desk.page)
  await dialog.getByRole('radio', { name: 'Both' }).click()
  await dialog.getByRole('radio', { name: '1 hour' }).click()
  await dialog.getByRole('textbox').fill('Insults')
  await desk.page.keyboard.press('Control+Enter')

  await expect(desk.page.getByText('This visitor is blocked')).toBeVisible()
  await expect(desk.page.getByText('The address 127.0.0.* is blocked')).toBeVisible()
  await expect(visitor.page.getByText('The chat cannot be used here. What you wrote is kept.')).toBeVisible()
  // The colleague behind the same address works on.
  await desk.reply('Goodbye.')

  await desk.page.goto(`${new URL(desk.page.url()).origin}/desk/#/settings/blocks`)
  await expect(desk.page.getByRole('row')).toHaveCount(3)
  await expectAccessible(desk.page)
  await desk.page.getByRole('button', { name: 'Unblock Visitor 1' }).click()
  await desk.page.getByRole('button', { name: 'Unblock Address 127.0.0.*' }).click()
  await expect(desk.page.getByText('Nobody is blocked')).toBeVisible()
  await visitor.page.reload()
  await expect(visitor.message('Goodbye.')).toBeVisible()
})
