// Text that cannot be sent is refused in words of the reader's language, and stays where it was typed.
import { expect, type Locator } from '@playwright/test'
import { test } from './fixtures.ts'

const malformed = [
  ['half a sign', 'half a sign \uD83C and on'],
  ['a null byte', 'before\u0000after'],
] as const

/** Playwright's own `fill` would mend such text on its way to the browser: its units travel as numbers. */
const typeUnits = (field: Locator, text: string): Promise<void> =>
  field.evaluate(
    (element, units) => {
      // React hears of a change only when the value is set past its own property.
      const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
      setValue?.call(element, String.fromCharCode(...units))
      element.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    },
    Array.from({ length: text.length }, (_, index) => text.charCodeAt(index)),
  )

const unitsOf = (field: Locator): Promise<readonly number[]> =>
  field.evaluate((element) => {
    const { value } = element as HTMLTextAreaElement // the composer of either side
    return Array.from({ length: value.length }, (_, index) => value.charCodeAt(index))
  })

test('[D9] a message of 100,000 characters is refused before it is sent, and kept', async ({ desk, visitor }) => {
  const essay = 'tea '.repeat(25_000)
  await visitor.write('Hello')
  await desk.open('Hello')

  await visitor.composer.fill(essay)
  await expect(visitor.page.getByText('-89999 characters left')).toBeVisible()
  await expect(visitor.sendButton).toBeDisabled()
  await visitor.composer.press('Enter')
  await expect(visitor.composer).toHaveValue(essay)

  await desk.composer.fill(essay)
  await expect(desk.page.getByText('90,000 characters too long')).toBeVisible()
  await desk.composer.press('Enter')
  await expect(desk.page.getByRole('alert')).toHaveText(
    'The text is too long for one message. Split it or send it as a file.',
  )
  await expect(desk.composer).toHaveValue(essay)
  await expect(visitor.messages.getByText(/tea tea/u)).toHaveCount(0)

  await desk.page.reload()
  await expect(desk.composer).toHaveValue(essay)
  await visitor.page.reload()
  await expect(visitor.composer).toHaveValue(essay)
})

for (const [what, text] of malformed)
  test(`[D9] a text with ${what} is refused in words and kept`, async ({ desk, visitor }) => {
    await visitor.write('Hello')
    await desk.open('Hello')
    for (const side of [visitor, desk]) {
      await typeUnits(side.composer, text)
      await side.composer.press('Enter')
    }
    await expect(visitor.page.getByRole('alert')).toHaveText('The desk did not take it. Your text is kept.')
    await expect(desk.page.getByRole('alert')).toHaveText(
      'The text contains characters that cannot be stored. Remove them and try again.',
    )
    const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
    for (const side of [visitor, desk]) {
      expect(await unitsOf(side.composer)).toEqual(units)
      await side.composer.fill('A proper text')
      await side.composer.press('Enter')
    }
    await expect(visitor.message('A proper text')).toHaveCount(2)
    await expect(visitor.page.getByRole('alert')).toHaveCount(0)
  })

test('only spaces are not sent', async ({ desk, visitor }) => {
  await visitor.write('Hello')
  await desk.open('Hello')
  for (const blank of ['   ', ' \n\t ', '\u3000'])
    for (const side of [visitor, desk]) {
      await side.composer.fill(blank)
      await expect(side.sendButton).toBeDisabled()
      await side.composer.press('Enter')
    }
  await visitor.write('A real one')
  await desk.reply('A real answer')
  await expect(visitor.message('A real answer')).toBeVisible()
  await expect(visitor.ownMessages).toHaveText(['Hello', 'A real one'])
})
