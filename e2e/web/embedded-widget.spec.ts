// The widget where it lives: on pages of other people, small and dark ones too.
import { expect } from '@playwright/test'
import { expectAccessible } from '../drivers/accessibility.ts'
import { createOwner } from '../drivers/desk-api.ts'
import { mei } from '../drivers/people.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { ShopPage } from '../drivers/shop-page.ts'
import { Visitor } from '../drivers/visitor.ts'
import { widgetEn } from '../drivers/widget-words.ts'
import { test as base } from './fixtures.ts'

const test = base.extend<{ readonly shop: ShopPage }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures it needs from this pattern
  shop: async ({}, provide) => {
    const shop = await ShopPage.open()
    await provide(shop)
    shop.close()
  },
})

test("the README's three lines put the widget on a page of another origin", async ({
  server,
  desk,
  shop,
  newContext,
}) => {
  shop.embed(server.url)
  const visitor = new Visitor(await (await newContext()).newPage())
  await visitor.page.goto(shop.origin)
  await visitor.openPanel()
  await expect(visitor.page.getByRole('heading', { name: 'Tea House' })).toBeVisible()
  await visitor.write('Do you have brooms?')
  await desk.open('Do you have brooms?')
  await expect(desk.page.getByRole('link', { name: 'Corner shop' })).toBeVisible()
  await desk.reply('Three kinds.')
  await expect(visitor.message('Three kinds.')).toBeVisible()
  // [D4.12] On to another page: the desk sees it, what was before, and nothing of the query.
  await visitor.page.goto(`${shop.origin}/cart?session=secret`)
  await expect(desk.page.getByText('/cart', { exact: true })).toBeVisible()
  await expect(desk.page.getByRole('heading', { name: 'Pages before' })).toBeVisible()
  await expect(desk.page.getByRole('link', { name: 'Corner shop' }).nth(1)).toHaveAttribute('href', `${shop.origin}/`)
})

test('[D9] --allow-origin lets the named shop in and tells every other page, in words', async ({
  shop,
  newContext,
}) => {
  const other = await ShopPage.open()
  const server = await ServerUnderTest.start(['--allow-origin', shop.origin])
  await createOwner(server, mei)
  shop.embed(server.url)
  other.embed(server.url)
  const guest = new Visitor(await (await newContext()).newPage())
  await guest.page.goto(shop.origin)
  await guest.openPanel()
  await guest.writeAndArrive('From the right shop')

  const stranger = new Visitor(await (await newContext()).newPage())
  await stranger.page.goto(other.origin)
  await stranger.openPanel()
  await stranger.write('From some other page')
  await expect(stranger.page.getByText('The chat cannot be used here. What you wrote is kept.')).toBeVisible()
  await expect(stranger.message('From some other page')).toBeVisible()
  await server.dispose()
  other.close()
})

test('[D5] the panel opens at once, says so while its content cannot be loaded, and goes on by itself', async ({
  server,
  desk,
  newContext,
}) => {
  const page = await (await newContext()).newPage()
  const visitor = new Visitor(page)
  const panelScript = /\/widget\/panel-[0-9a-f]+\.js$/u
  await page.route(panelScript, (route) => route.abort())
  await page.goto(`${server.url}/demo`)
  await visitor.bubble.click()
  await expect(visitor.panel.getByText(widgetEn.part.missing)).toBeVisible()
  await expect(visitor.panel).toBeFocused()
  await expectAccessible(page)
  await page.unroute(panelScript)
  await expect(visitor.composer).toBeFocused()
  await visitor.write('Here at last')
  await desk.open('Here at last')
})

test('on a phone of 320 px the panel takes the screen, and nothing sticks out', async ({
  server,
  desk,
  newContext,
}) => {
  const phone = await newContext({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true })
  const visitor = new Visitor(await phone.newPage())
  await visitor.visitShop(server.url)
  await visitor.write(`https://shop.example/${'a-very-long-address-without-a-break'.repeat(4)}`)
  await desk.open(/very-long/u)
  await desk.reply('Noted, thank you.')
  await expect(visitor.message('Noted, thank you.')).toBeVisible()
  expect(await visitor.panel.boundingBox()).toEqual({ x: 0, y: 0, width: 320, height: 568 })
  const overflow = await visitor.panel.evaluate((panel) =>
    [...panel.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > 320.5)
      .map((element) => element.outerHTML.slice(0, 120)),
  )
  expect(overflow).toEqual([])
  await visitor.closePanel()
  await expect(visitor.bubble).toBeInViewport()
})

test('on a dark page the widget is dark, and can be told to stay light', async ({ server, shop, newContext }) => {
  const page = await (await newContext({ colorScheme: 'dark' })).newPage()
  const visitor = new Visitor(page)
  const brightness = (): Promise<number> =>
    visitor.panel.evaluate((panel) => {
      const canvas = new OffscreenCanvas(1, 1).getContext('2d')
      if (!canvas) throw new Error('no canvas')
      canvas.fillStyle = getComputedStyle(panel).backgroundColor
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
      return (red + green + blue) / 3
    })
  shop.embed(server.url, { css: ':root { color-scheme: dark; background: #111; color: #eee }' })
  await page.goto(shop.origin)
  await visitor.openPanel()
  expect(await brightness()).toBeLessThan(80)
  await expectAccessible(page)
  shop.embed(server.url, { attributes: 'data-theme="light"' })
  await page.reload()
  await expect(visitor.composer).toBeVisible()
  expect(await brightness()).toBeGreaterThan(200)
})

test('the hostile CSS of a page stays outside', async ({ server, shop, newContext }) => {
  const page = await (await newContext()).newPage()
  const visitor = new Visitor(page)
  shop.embed(server.url, {
    css: 'body * { display: none !important; position: static !important; font: 40px serif !important }',
  })
  await page.goto(shop.origin)
  await visitor.openPanel()
  await visitor.write('Still here')
  expect((await visitor.panel.boundingBox())?.width).toBe(380)
})

test('what arrives while the panel is closed counts on the bubble and in the title', async ({ desk, visitor }) => {
  const title = await visitor.page.title()
  await visitor.write('Hello')
  await desk.open('Hello')
  await visitor.closePanel()
  await desk.reply('First answer')
  await desk.reply('Second answer')
  await expect(visitor.bubble).toHaveAccessibleName('Open chat, 2 unread messages')
  await expect(visitor.page).toHaveTitle(`(2) ${title}`)
  await visitor.openPanel()
  await expect(visitor.message('Second answer')).toBeVisible()
  await expect(visitor.page).toHaveTitle(title)
  await visitor.closePanel()
  await expect(visitor.bubble).toHaveAccessibleName('Open chat')
})

test('[D9] links open elsewhere, and nothing else in a text is more than text', async ({ desk, visitor }) => {
  const text = 'https://example.com/a?b=1 javascript:alert(1) <img src=x onerror=alert(1)> data:text/html,hi'
  await visitor.write('Hello')
  await desk.open('Hello')
  await visitor.composer.fill(text)
  await visitor.composer.press('Enter')
  await desk.reply(text)
  for (const messages of [visitor.messages, desk.messages]) {
    const links = messages.getByRole('link')
    await expect(links).toHaveCount(2)
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('href', 'https://example.com/a?b=1')
      await expect(link).toHaveAttribute('target', '_blank')
      await expect(link).toHaveAttribute('rel', /noopener/u)
    }
    await expect(messages.locator('img[src="x"]')).toHaveCount(0)
  }
})
