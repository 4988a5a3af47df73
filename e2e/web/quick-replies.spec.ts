// Quick replies: found by a slash and a few letters, filled in, sent by the keyboard alone; kept, brought and taken along in the settings.
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { createColleague, logIn, visitorWrites } from '../drivers/desk-api.ts'
import type { DeskPage } from '../drivers/desk-page.ts'
import { amy, mei } from '../drivers/people.ts'
import { writeReplies } from '../drivers/reply-office.ts'
import { test } from './fixtures.ts'

const list = (page: Page) => page.getByRole('listbox', { name: 'Quick replies' })
const chosen = (page: Page) => list(page).getByRole('option', { selected: true })
const openPage = async ({ page }: DeskPage): Promise<void> => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Quick replies' }).click()
  await expect(page.getByRole('button', { name: 'New quick reply' }).first()).toBeEnabled()
}
const openTalk = async (desk: DeskPage, url: string, name = 'Li Lei'): Promise<void> => {
  await visitorWrites(url, { name, tags: ['order:A-77'] }, ['Where is my money?'])
  await desk.open('Where is my money?')
}

test('[look] a slash and a few letters find it, Enter puts it in, Enter sends it, without the mouse', async ({
  server,
  ownerToken,
  desk,
  visitor,
}) => {
  await writeReplies(server.url, ownerToken)
  await visitor.write('I want my money back')
  await desk.open('I want my money back')
  const { page, composer } = desk
  await composer.press('Escape')
  // The key opens it from the list of conversations, too.
  await page.keyboard.press('/')
  await expect(list(page)).toBeVisible()
  await page.keyboard.type('tuik')
  await expect(chosen(page)).toHaveText(/退款说明/u)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('hi')
  await expect(chosen(page)).toHaveText(/Welcome/u)
  await page.keyboard.press('ArrowDown')
  await expect(chosen(page)).not.toHaveText(/Welcome/u)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(list(page)).toHaveCount(0)
  // A visitor who said no name leaves a blank, which does not go out.
  await expect(composer).toHaveValue(
    'Hello {{visitor.name}}, this is Mei Lin. How can I help you?'.replace('Mei Lin', mei.name),
  )
  await expect(page.getByText('Fill in before sending:')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(composer).toHaveValue(/\{\{visitor\.name\}\}/u)
  // It is selected: typing fills it.
  await page.keyboard.type('friend')
  await expect(page.getByText('Fill in before sending:')).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(visitor.message(`Hello friend, this is ${mei.name}. How can I help you?`)).toBeVisible()
  await expect(composer).toHaveValue('')
  // What was used stands first.
  await page.keyboard.type('/')
  await expect(chosen(page)).toHaveText(/Welcome/u)
})

test('[look] it is filled in with what the visitor gave, in the middle of a text, and undone like anything typed', async ({
  server,
  ownerToken,
  desk,
}) => {
  await writeReplies(server.url, ownerToken)
  await openTalk(desk, server.url)
  const { page, composer } = desk
  await composer.fill('Good news. ')
  await composer.press('End')
  await page.keyboard.type('/tk')
  await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Li Lei您好，订单 A-77 的退款')
  await page.keyboard.press('Tab')
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue(/^Good news\. Li Lei您好，订单 A-77 的退款/u)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(composer).toHaveValue(/^Good news\. \/?/u)
  await composer.fill('')
  // Escape leaves what was typed, and says no until the slash is gone.
  await page.keyboard.type('/tk')
  await page.keyboard.press('Escape')
  await expect(list(page)).toHaveCount(0)
  await page.keyboard.type('x')
  await expect(composer).toHaveValue('/tkx')
  await expect(list(page)).toHaveCount(0)
  await composer.fill('')
  // The button writes the slash, Escape takes it away again.
  await page.getByRole('button', { name: 'Quick replies' }).last().click()
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(composer).toHaveValue('')
  // By the mouse, without losing the keyboard.
  await page.keyboard.type('/fp')
  await list(page)
    .getByRole('option', { name: /发票抬头/u })
    .click()
  await expect(composer).toBeFocused()
  await expect(composer).toHaveValue(/^请您提供发票抬头/u)
})

test('[look] an unfinished blank and the file of a quick reply survive a reload', async ({
  server,
  ownerToken,
  desk,
}) => {
  const headers = { authorization: `Bearer ${ownerToken}` }
  const upload = await fetch(`${server.url}/api/v1/files?name=sizes.txt`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/octet-stream' },
    body: 'S M L',
  })
  const { key } = (await upload.json()) as { key: string }
  const reply = {
    shared: true,
    title: 'Sizes',
    shortcut: 'sizes',
    folder: '',
    text: 'Dear {{nickname}}',
    group: 0,
    file: key,
  }
  await fetch(`${server.url}/api/v1/quick-replies`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(reply),
  })
  await openTalk(desk, server.url)
  await desk.composer.pressSequentially('/sizes')
  await expect(chosen(desk.page)).toHaveText(/Sizes/u)
  await desk.composer.press('Enter')
  await expect(desk.page.getByText('sizes.txt').first()).toBeVisible()
  await desk.page.reload()
  await expect(desk.composer).toHaveValue('Dear {{nickname}}')
  await expect(desk.page.getByText('sizes.txt').first()).toBeVisible()
  await desk.page.getByRole('button', { name: 'nickname' }).click()
  await desk.page.keyboard.type('Lei')
  await desk.page.keyboard.press('Enter')
  await expect(desk.message('Dear Lei')).toBeVisible()
})

test('[look] the first ones are a press away, are changed and deleted, and nothing typed is lost by a slip', async ({
  desk,
}) => {
  const { page } = desk
  await openPage(desk)
  await page.getByRole('button', { name: 'Begin with 6 examples' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(6)
  await page.getByRole('searchbox').fill('rfd')
  await expect(page.getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: /^Change “Refund”/u }).click()
  const text = page.getByRole('textbox', { name: 'Text' })
  await text.fill('Dear ')
  await text.press('End')
  await page.getByRole('button', { name: 'Visitor’s name' }).click()
  await expect(text).toHaveValue('Dear {{visitor.name}}')
  await expect(page.getByRole('region', { name: 'As the visitor reads it' })).toContainText('Dear Amy Stone')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('bye')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/Another quick reply has this shortcut/u)).toBeVisible()
  await page.getByRole('textbox', { name: 'Shortcut' }).fill('money')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('listitem')).toContainText('/money')
  await page.getByRole('button', { name: 'More for “Refund”' }).click()
  await page.getByRole('menuitem', { name: 'Duplicate' }).click()
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Refund (2)')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(2)
  await page.getByRole('button', { name: /^Change “Refund \(2\)”/u }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('listitem')).toHaveCount(1)
})

test('[D10.18] of two who change the same quick reply the later is shown it and chooses', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  await writeReplies(server.url, ownerToken)
  const [one, other] = [await openDesk(mei), await openDesk(mei)]
  for (const desk of [one, other]) {
    await openPage(desk)
    await desk.page.getByRole('button', { name: /^Change “Welcome”/u }).click()
  }
  await one.page.getByRole('textbox', { name: 'Text' }).fill('Hello from one')
  await one.page.getByRole('button', { name: 'Save' }).click()
  await expect(one.page.getByRole('dialog')).toHaveCount(0)
  const text = other.page.getByRole('textbox', { name: 'Text' })
  await text.fill('Hello from the other')
  await other.page.getByRole('button', { name: 'Save' }).click()
  await expect(other.page.getByText('Somebody else saved this in the meantime')).toBeVisible()
  await other.page.getByRole('button', { name: 'Show theirs' }).click()
  await expect(text).toHaveValue('Hello from one')
})

test('[D10.20] an agent reads the shared ones, copies one, and changes only the copy', async ({
  server,
  ownerToken,
  openDesk,
}) => {
  await writeReplies(server.url, ownerToken)
  await createColleague(server.url, ownerToken, amy)
  const desk = await openDesk(amy)
  const { page } = desk
  await openPage(desk)
  await page.getByRole('tab', { name: /Shared/u }).click()
  await expect(page.getByRole('button', { name: 'New quick reply' })).toHaveCount(0)
  await page.getByRole('button', { name: /^Read “Welcome”/u }).click()
  await page.getByRole('button', { name: 'Copy to mine' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill('Hello from Amy')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('tab', { name: /Mine/u }).click()
  await expect(page.getByRole('listitem')).toContainText('Hello from Amy')
  const shared = await fetch(`${server.url}/api/v1/quick-replies`, {
    headers: { authorization: `Bearer ${await logIn(server.url, mei)}` },
  })
  expect(await shared.text()).not.toContain('Hello from Amy')
})

test('[D10.20] a file brings many, says what could not be added, and what is taken along runs nowhere', async ({
  desk,
}) => {
  const { page } = desk
  await openPage(desk)
  const csv = 'title,text,shortcut\r\n=1+1,Formula,\r\nHello,Hi there,hi\r\n,No title,\r\nAgain,Twice,hi\r\n'
  const bring = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Import and export' }).click()
    await page.getByRole('menuitem', { name: 'Import from a file' }).click()
    const file = { name: 'replies.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }
    await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
    await expect(page.getByText('4 quick replies in replies.csv')).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click()
  }
  await bring()
  await expect(page.getByText('2 quick replies added')).toBeVisible()
  await expect(page.getByText(/2 could not be added/u)).toBeVisible()
  await expect(page.getByText(/“Again”: Another quick reply has this shortcut/u)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  await bring()
  await expect(page.getByText('0 quick replies added')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click()
  await page.getByRole('button', { name: 'Import and export' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'Export as CSV' }).click(),
  ])
  const written = await readFile(await download.path(), 'utf8')
  expect(written).toContain("'=1+1,,,Formula")
})

test('[D9.25] among ten thousand each key shows what it finds within a moment', async ({
  server,
  ownerToken,
  desk,
}) => {
  const words = ['退款', '发货', '发票', '尺码', '售后', '会员', 'Refund', 'Delivery', 'Invoice', 'Size']
  const text = '您好，您的订单已经收到，我们会在两个工作日内处理，请您耐心等待。Thank you for your patience. '.repeat(3)
  for (let from = 0; from < 10_000; from += 200) {
    const replies = Array.from({ length: 200 }, (_, index) => {
      const id = from + index
      const title = `${words[id % 10]}${words[(id * 7) % 9]} ${id}`
      return { shared: true, title, shortcut: '', folder: words[id % 7], text: `${text}${id}`, group: 0, file: null }
    })
    const done = await fetch(`${server.url}/api/v1/quick-replies/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ownerToken}` },
      body: JSON.stringify({ replies }),
    })
    expect(await done.json()).toMatchObject({ added: 200 })
  }
  await openTalk(desk, server.url)
  const { page, composer } = desk
  await composer.press('/')
  await expect(page.getByText('The best 50 of 10,000')).toBeVisible({ timeout: 30_000 })
  /** From each key to the frame after the one that shows it, in ms. */
  const keys = ['t', 'u', 'i', 'k', 'u', 'a', 'n', 'Backspace', 'Backspace', 'ArrowDown', 'ArrowDown']
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { keyToPaint: seen })
    const note = (): void => {
      const from = performance.now()
      requestAnimationFrame(() => requestAnimationFrame(() => seen.push(performance.now() - from)))
    }
    document.addEventListener('keydown', note, { capture: true })
  })
  const waits = async (): Promise<readonly number[]> =>
    page.evaluate(() => (window as unknown as { readonly keyToPaint: readonly number[] }).keyToPaint)
  for (const [index, key] of keys.entries()) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await waits()).length).toBe(index + 1)
  }
  await expect(chosen(page)).toHaveText(/退款/u)
  const sorted = (await waits()).toSorted((one, other) => one - other)
  const description = sorted.map((ms) => ms.toFixed(0)).join(' ')
  test.info().annotations.push({ type: 'ms from key to paint', description })
  // A busy machine of two cores; alone it is a frame or two.
  expect(sorted[Math.floor(sorted.length / 2)] ?? 0).toBeLessThan(150)
})
