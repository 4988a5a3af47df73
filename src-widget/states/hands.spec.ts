import { expect, test } from '@playwright/test'
import { field, focusedClass, launcher, openScene } from './states-page.ts'

test('a panel that is there already never takes the focus', async ({ page }) => {
  await openScene(page, { scene: 'talk' })
  expect(await focusedClass(page)).toBeUndefined()
})

test('opened by hand it does, and Escape gives it back', async ({ page }) => {
  await openScene(page, { scene: 'closed' })
  await launcher(page).press('Enter')
  await expect.poll(() => focusedClass(page)).toBe('field')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect(await focusedClass(page)).toBe('launcher')
})

test('Enter sends, Shift+Enter breaks, the Enter of an input method does neither', async ({ page }) => {
  await openScene(page, { scene: 'greeting' })
  await field(page).pressSequentially('one')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('two')
  await expect(field(page)).toHaveValue('one\ntwo')
  await field(page).evaluate((area) => {
    const composing = { key: 'Enter', bubbles: true, cancelable: true, composed: true }
    area.dispatchEvent(new KeyboardEvent('keydown', { ...composing, isComposing: true }))
    // oxlint-disable-next-line typescript/no-deprecated -- Safari tells a composing Enter by nothing else
    area.dispatchEvent(new KeyboardEvent('keydown', { ...composing, keyCode: 229 }))
  })
  await expect(field(page)).toHaveValue('one\ntwo')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('')
  await expect(page.getByRole('log').getByText('one')).toBeVisible()
})

test('Chinese composed with an input method stays whole while the screen is drawn anew', async ({ page }) => {
  await openScene(page, { scene: 'greeting' })
  await field(page).focus()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'tui', selectionStart: 3, selectionEnd: 3 })
  await session.send('Input.imeSetComposition', { text: 'tui kuan', selectionStart: 8, selectionEnd: 8 })
  await session.send('Input.insertText', { text: '退款' })
  await expect(field(page)).toHaveValue('退款')
})

test('emoji by keyboard: arrows, Enter, and Escape closes only the grid', async ({ page }) => {
  await openScene(page, { scene: 'greeting' })
  await field(page).fill('好')
  await page.getByRole('button', { name: 'Emoji' }).press('Enter')
  await expect(page.getByRole('group', { name: 'Emoji' }).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field(page)).toHaveValue('好😭')
  await expect(field(page)).toBeFocused()
  await page.getByRole('button', { name: 'Emoji' }).press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: 'Emoji' })).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Emoji' })).toBeFocused()
})

test('what comes and goes around it leaves the field alone', async ({ page }) => {
  await openScene(page, { scene: 'greeting' })
  await field(page).fill('half a wo')
  await field(page).evaluate((area) => area.setAttribute('data-mine', 'yes'))
  await page.getByRole('button', { name: 'Emoji' }).click()
  await page.setViewportSize({ width: 400, height: 700 })
  await field(page).evaluate((area) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'note.txt'))
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, composed: true }))
  })
  await expect(page.getByText('note.txt')).toBeVisible()
  await expect(field(page)).toHaveAttribute('data-mine', 'yes')
  await expect(field(page)).toHaveValue('half a wo')
})

test('Tab stays inside only while the panel covers the screen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 })
  await openScene(page, { scene: 'closed' })
  await launcher(page).press('Enter')
  await expect(page.getByRole('dialog')).toHaveAttribute('aria-modal', 'true')
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('Tab')
    expect(await focusedClass(page)).toBeDefined()
  }
  await page.setViewportSize({ width: 900, height: 760 })
  await expect(page.getByRole('dialog')).not.toHaveAttribute('aria-modal')
})

test('the list stays where the reader is', async ({ page }) => {
  await openScene(page, { scene: 'longHistory' })
  const list = page.getByRole('log')
  const distance = () => list.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight)
  expect(await distance()).toBeLessThan(2)
  await field(page).fill('a\nb\nc\nd')
  await expect.poll(distance).toBeLessThan(2)
  await field(page).fill('')
  await list.evaluate((box) => box.scrollTo(0, 900))
  await expect(page.getByRole('button', { name: /3 new messages/u })).toBeVisible()
  const top = () =>
    page.getByText('Message number 20', { exact: true }).evaluate((text) => text.getBoundingClientRect().top)
  const before = await top()
  await field(page).pressSequentially('writing')
  expect(Math.abs((await top()) - before)).toBeLessThan(2)
  await page.keyboard.press('Enter')
  await expect.poll(distance).toBeLessThan(2)
})

test('what cannot be sent stays, with Retry, Copy and Discard', async ({ page }) => {
  await openScene(page, { scene: 'failures' })
  await expect(page.getByText('Not sent · An attachment has expired. Attach it again.')).toBeVisible()
  for (const name of ['Retry', 'Copy', 'Discard']) await expect(page.getByRole('button', { name })).toHaveCount(2)
})

test('files that are dropped or pasted are taken, with a preview', async ({ page }) => {
  await openScene(page, { scene: 'greeting' })
  await field(page).evaluate((area) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File(['x'], 'note.txt', { type: 'text/plain' }))
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, composed: true }))
    area.dispatchEvent(new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, composed: true }))
  })
  await expect(page.getByText('Drop files to attach them')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Attachments' }).getByText('note.txt')).toBeVisible()
  await field(page).evaluate((area) => area.dispatchEvent(new DragEvent('drop', { bubbles: true, composed: true })))
  await expect(page.getByText('Drop files to attach them')).toHaveCount(0)
})

test('nothing of the widget reaches the page, and nothing of the page the widget', async ({ page }) => {
  await openScene(page, { scene: 'talk' })
  expect(await page.evaluate(() => document.body.children.length)).toBe(1)
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1)
  const style = await launcher(page).evaluate((button) => {
    const { backgroundColor, textTransform, outlineStyle, letterSpacing } = getComputedStyle(button)
    return { backgroundColor, textTransform, outlineStyle, letterSpacing }
  })
  expect(style).toEqual({
    backgroundColor: 'rgb(14, 116, 118)',
    textTransform: 'none',
    outlineStyle: 'none',
    letterSpacing: 'normal',
  })
})

test('who waits is told their place as a status, and writes on as always', async ({ page }) => {
  await openScene(page, { scene: 'placeFar' })
  const status = page.getByRole('dialog').getByRole('status').filter({ hasText: 'before you' })
  await expect(status).toHaveText('127 before youMost wait less than 45 min')
  await openScene(page, { scene: 'placeClosed' })
  await expect(page.getByText('We are closed. Your message is kept.')).toBeVisible()
  await expect(page.getByText('The team answers when it is back: Tuesday 24 November 13:30')).toBeVisible()
  await field(page).fill('one more thing')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log').getByText('one more thing')).toBeVisible()
  await openScene(page, { scene: 'placeUnknown', locale: 'zh' })
  await expect(page.getByText('您前面还有 2 位')).toBeVisible()
  await expect(page.getByText('分钟')).toHaveCount(0)
})
