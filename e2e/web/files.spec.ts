import { Buffer } from 'node:buffer'
import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

/** A 1 × 1 PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

test('[D5] files go both ways', async ({ desk, visitor }) => {
  await visitor.attach({ name: '茶壶 photo.png', mimeType: 'image/png', buffer: png })
  await visitor.write('This is how it arrived')
  await desk.open('This is how it arrived')
  await expect(desk.page.getByRole('img', { name: /茶壶 photo\.png/u }).first()).toBeVisible()
  await desk.attach({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
  await desk.reply('And here is the invoice')
  await expect(visitor.page.getByText('invoice.pdf')).toBeVisible()
})

test('[D9] an uploaded page never runs as a page', async ({ server, visitor }) => {
  await visitor.attach({
    name: 'evil.html',
    mimeType: 'text/html',
    buffer: Buffer.from('<script>parent.hacked = 1</script>'),
  })
  await visitor.write('Please open this')
  const href = await visitor.page.getByRole('link', { name: /evil\.html/u }).getAttribute('href')
  const reply = await fetch(new URL(href ?? '', server.url))
  expect(reply.headers.get('content-disposition')).toMatch(/^attachment/u)
  expect(reply.headers.get('content-security-policy')).toContain('sandbox')
  expect(reply.headers.get('x-content-type-options')).toBe('nosniff')
})
