// The palette and the cheat sheet: every action by keyboard alone, in both languages.
import { expect } from '@playwright/test'
import { lookAt, looks } from '../drivers/looks.ts'
import { test as base } from './fixtures.ts'
import { test as office } from './office-fixture.ts'

base('an agent finds and does everything with the palette', async ({ desk, visitor }) => {
  await visitor.write('Is anybody there?')
  await expect(desk.row('Is anybody there?')).toBeVisible()
  const { page } = desk
  const field = page.getByRole('combobox', { name: 'What do you want to do?' })
  const chosen = page.getByRole('option', { selected: true })

  await page.keyboard.press('Control+k')
  await expect(field).toBeFocused()
  // Nothing is on the screen: what needs a conversation says so and does nothing.
  await page.keyboard.type('note for')
  await expect(chosen).toHaveText(/Note for colleagues.*Open a conversation first/u)
  await page.keyboard.press('Enter')
  await expect(field).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)

  // By the visitor's name.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('visitor 1')
  await expect(chosen).toContainText('Visitor 1')
  await page.keyboard.press('Enter')
  await expect(desk.composer).toBeFocused()

  // In Chinese, by pinyin, while the desk is in English and a draft is being written.
  await page.keyboard.type('One moment')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('xnbbz')
  await expect(chosen).toContainText('Note for colleagues')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Note/u }).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(desk.composer).toHaveValue('One moment')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-theme="dark"]')).toHaveCount(1)

  // What was used last comes first, also after a reload.
  await page.reload()
  await desk.expectInbox()
  await page.keyboard.press('Control+k')
  await expect(chosen).toContainText('Appearance: dark')
  await page.keyboard.press('ArrowDown')
  await expect(chosen).not.toContainText('Appearance: dark')
  await page.keyboard.press('Control+k')
  await expect(field).toHaveCount(0)
})

base('a key that can do nothing says why', async ({ desk }) => {
  await desk.page.keyboard.press('t')
  await expect(desk.page.getByText('Open a conversation first')).toBeVisible()
})

for (const look of looks)
  office(`@screenshot the palette, ${look.language}, ${look.theme}`, async ({ openOffice, office: { written } }) => {
    const { page } = await openOffice(look)
    const options = page.getByRole('listbox').last().getByRole('option')
    await expect(options.first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('combobox')).toBeFocused()
    await lookAt(page, look, { name: 'palette', written })
    await page.keyboard.type(look.language === 'zh' ? 'zj' : 'close')
    await expect(options.first()).toHaveAttribute('aria-selected', 'true')
    await lookAt(page, look, { name: 'palette-found', written: [...written, 'zj'] })
    await page.keyboard.type(' qqq')
    await expect(options).toHaveCount(0)
    await lookAt(page, look, { name: 'palette-none', written: [...written, 'zj', 'qqq'] })
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(page, look, { name: 'cheat-sheet', written })
  })
