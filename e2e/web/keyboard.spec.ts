// Without a mouse, and with an input method that composes words.
import { expect } from '@playwright/test'
import { mei } from '../drivers/people.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

test('the widget is opened, written in and closed by keyboard', async ({ server, desk, newContext }) => {
  const visitor = new Visitor(await (await newContext()).newPage())
  const { page } = visitor
  await page.goto(`${server.url}/demo`)
  await expect(visitor.bubble).toBeVisible()
  // The bubble is the last stop on the page: one step back from its beginning.
  await page.keyboard.press('Shift+Tab')
  await expect(visitor.bubble).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(visitor.composer).toBeFocused()
  await page.keyboard.type('No mouse here')
  await page.keyboard.press('Enter')
  await expect(visitor.message('No mouse here')).toBeVisible()
  await page.keyboard.type('First line')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('second line')
  await expect(visitor.composer).toHaveValue('First line\nsecond line')
  await page.keyboard.press('Enter')
  await expect(desk.row(/second line/u)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(visitor.composer).toBeHidden()
  await expect(visitor.bubble).toBeFocused()
})

test('an agent logs in, answers and closes by keyboard alone', async ({ ownerToken, openDesk, visitor }) => {
  expect(ownerToken).not.toBe('')
  const desk = await openDesk()
  const { keyboard } = desk.page
  await keyboard.type(mei.login)
  await keyboard.press('Tab')
  await keyboard.type(mei.password)
  await keyboard.press('Enter')
  await desk.expectInbox()
  await visitor.write('Can you hear me?')
  await expect(desk.row('Can you hear me?')).toBeVisible()
  await keyboard.press('j')
  await keyboard.press('Enter')
  await expect(desk.composer).toBeFocused()
  await keyboard.type('Loud and clear, joke or no joke')
  await keyboard.press('Enter')
  await expect(visitor.message('Loud and clear, joke or no joke')).toBeVisible()
  await keyboard.press('Escape')
  await expect(desk.composer).not.toBeFocused()

  await keyboard.press('?')
  await expect(desk.page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(desk.page.getByRole('dialog')).toHaveCount(0)
  await keyboard.press('Control+,')
  await expect(desk.page.getByRole('heading', { name: 'General' })).toBeVisible()
  await keyboard.press('1')
  await expect(desk.row('Loud and clear')).toBeVisible()
  await keyboard.press('s')
  await keyboard.press('ArrowDown')
  await keyboard.press('ArrowDown')
  await expect(desk.page.getByRole('menuitem', { name: /^Busy/u })).toBeFocused()
  await keyboard.press('Enter')
  await desk.expectStatus('Busy')
  await keyboard.press('Enter')
  await keyboard.press('Escape')
  await keyboard.press('e')
  await expect(desk.page.getByText('Closing Visitor 1')).toBeVisible()
})

test('Enter while an input method composes never sends half a word', async ({ desk, visitor }) => {
  await visitor.write('你好')
  await desk.open('你好')
  for (const [side, other] of [
    [visitor, desk],
    [desk, visitor],
  ] as const) {
    const input = await side.page.context().newCDPSession(side.page)
    await side.composer.focus()
    const text = 'tuikuan'
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    // The Enter that chooses a candidate: the page hears of it, the text field does not.
    await input.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 13,
    })
    await input.send('Input.insertText', { text: '退款' })
    await expect(side.composer).toHaveValue('退款')
    await side.composer.pressSequentially('要多久？')
    await side.composer.press('Enter')
    await expect(other.message('退款要多久？').last()).toBeVisible()
    // What had been sent before would have arrived before.
    await expect(other.messages.getByText(/tuikuan/u)).toHaveCount(0)
  }
})
