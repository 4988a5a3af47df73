// Files both ways, however they are handed over; what is refused says why; nothing that was uploaded runs.
import { Buffer } from 'node:buffer'
import { expect } from '@playwright/test'
import { dropFile, pasteFile, tinyPng } from '../drivers/picked-file.ts'
import { test } from './fixtures.ts'

const tooLarge = { name: 'everything.zip', mimeType: 'application/zip', buffer: Buffer.alloc(25 * 1024 * 1024 + 1) }

test('[D5] files go both ways', async ({ desk, visitor }) => {
  await visitor.attach({ name: '茶壶 photo.png', mimeType: 'image/png', buffer: tinyPng })
  await visitor.write('This is how it arrived')
  await desk.open('This is how it arrived')
  await expect(desk.page.getByRole('button', { name: 'Open image 茶壶 photo.png' })).toBeVisible()
  await desk.attach({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await desk.reply('And here is the invoice')
  await expect(visitor.page.getByText('invoice.pdf')).toBeVisible()
})

test('[D5] images are pasted and dropped, on both sides', async ({ desk, visitor }) => {
  await pasteFile(visitor.composer, { name: 'image.png', mimeType: 'image/png', buffer: tinyPng })
  await expect(visitor.sendButton).toBeEnabled()
  await visitor.write('Pasted')
  await expect(visitor.messages.getByRole('link', { name: /^Open image/u })).toHaveCount(1)
  await dropFile(visitor.composer, { name: 'dropped.png', mimeType: 'image/png', buffer: tinyPng })
  await expect(visitor.sendButton).toBeEnabled()
  await visitor.write('Dropped')
  await desk.open('Dropped')
  await expect(desk.messages.getByRole('button', { name: 'Open image dropped.png' })).toBeVisible()

  await pasteFile(desk.composer, { name: 'image.png', mimeType: 'image/png', buffer: tinyPng })
  await expect(desk.sendButton).toBeEnabled()
  await dropFile(desk.composer, { name: 'label.txt', mimeType: 'text/plain', buffer: Buffer.from('green tea') })
  await expect(desk.sendButton).toBeEnabled()
  await desk.reply('Both of mine')
  await expect(visitor.messages.getByRole('link', { name: /label\.txt/u })).toBeVisible()
})

test('[D9] a file that is too large is refused in words; text and smaller files go on', async ({ desk, visitor }) => {
  await visitor.composer.fill('See the archive')
  await visitor.pick(tooLarge)
  await expect(visitor.page.getByText('Larger than 25 MB.')).toBeVisible()
  await expect(visitor.composer).toHaveValue('See the archive')
  const remove = visitor.page.getByRole('button', { name: 'Remove everything.zip' })
  if (await remove.isVisible()) await remove.click()
  await visitor.composer.press('Enter')
  await expect(visitor.message('See the archive')).toBeVisible()

  await desk.open('See the archive')
  await desk.composer.fill('Mine is as large')
  await desk.pick(tooLarge)
  await expect(desk.page.getByRole('alert')).toHaveText('everything.zip: The file is larger than 25 MB.')
  await expect(desk.composer).toHaveValue('Mine is as large')
  await desk.composer.press('Enter')
  await expect(visitor.message('Mine is as large')).toBeVisible()
})

for (const { name, mimeType, content } of [
  { name: 'evil.html', mimeType: 'text/html', content: '<script>opener.hacked = 1</script>' },
  {
    name: 'evil.svg',
    mimeType: 'image/svg+xml',
    content: '<svg xmlns="http://www.w3.org/2000/svg"><script>opener.hacked = 1</script></svg>',
  },
])
  test(`[D9] an uploaded ${name} never runs as a page`, async ({ server, visitor }) => {
    await visitor.attach({ name, mimeType, buffer: Buffer.from(content) })
    await visitor.write('Please open this')
    const link = visitor.page.getByRole('link', { name: new RegExp(name, 'u') })
    const href = new URL((await link.getAttribute('href')) ?? '', server.url).href
    const reply = await fetch(href)
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment/u)
    expect(reply.headers.get('content-security-policy')).toContain('sandbox')
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
    // And as a person would meet it: the tab that opens downloads it instead of showing it.
    const tab = await visitor.page.context().newPage()
    const download = tab.waitForEvent('download')
    await expect(tab.goto(href)).rejects.toThrow(/download/iu)
    expect((await download).suggestedFilename()).toBe(name)
  })
