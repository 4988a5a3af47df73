// The pictures in the READMEs: the real app on the demo shop, with one conversation of ours in front.
// They change with every run, so they are only made when asked for: FRONTDESK_README_IMAGES=1 npm run e2e -- -g "README"
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { DemoShop } from '../drivers/demo-shop.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { Visitor } from '../drivers/visitor.ts'
import { widgetEn, widgetZh } from '../drivers/widget-words.ts'
import { test } from './fixtures.ts'

const folder = join(import.meta.dirname, '..', '..', 'docs', 'images')

const pictures = [
  {
    file: 'desk.png',
    language: 'en',
    locale: 'en-GB',
    desk: en,
    widget: widgetEn,
    talk: {
      first: 'Hello, my celadon cups arrived today. One of the two has a crack, please see the photo.',
      answer: 'I am sorry. That should not have left our kiln like this. Shall I send you a new one, or refund it?',
      second: 'A new one, please. They are lovely otherwise.',
      promise: 'It leaves tomorrow morning, with twice the padding. Keep the cracked one, it makes a fine pen pot.',
      thanks: 'That was quick, thank you!',
      draft: 'With pleasure. You will get the tracking number',
    },
  },
  {
    file: 'desk-zh.png',
    language: 'zh',
    locale: 'zh-CN',
    desk: zh,
    widget: widgetZh,
    talk: {
      first: '您好，青瓷对杯今天到了，其中一只有裂纹，照片在这里。',
      answer: '非常抱歉，这样的杯子本不该出窑。给您补发一只，还是退款？',
      second: '补发吧，另一只很漂亮。',
      promise: '明天一早寄出，这次用双层包装。裂的那只不用寄回，当笔筒也很好看。',
      thanks: '这么快，谢谢！',
      draft: '不客气，运单号稍后',
    },
  },
] as const

const isWanted = process.env['FRONTDESK_README_IMAGES'] === '1'

for (const { file, language, locale, desk: words, widget, talk } of isWanted ? pictures : [])
  test(`README picture ${file}`, async ({ startApp, browser }) => {
    test.setTimeout(180_000)
    await using shop = await DemoShop.open()
    const { app, window } = await startApp(locale)
    const desk = new DeskPage(window, words)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
    await desk.join(shop.url)
    await desk.fillLogin(shop.owner)
    await desk.expectInbox()

    const visitor = new Visitor(await (await browser.newContext({ locale })).newPage(), widget)
    const name = language === 'zh' ? '林晓雯' : 'Clara Meyer'
    await visitor.page.goto(`${shop.url}/demo?lang=${language}#cups`)
    await visitor.page.waitForFunction(() => 'Frontdesk' in window)
    await visitor.page.evaluate((who) => {
      const { Frontdesk } = window as unknown as { Frontdesk: { identify(visitor: object): void } }
      Frontdesk.identify({ name: who, tags: ['VIP'] })
    }, name)
    const cups = visitor.page.getByRole('img', { name: /celadon/u })
    const photo = await cups.screenshot({
      type: 'png',
      style: ':target svg { border-color: transparent !important; box-shadow: none !important }',
    })
    await visitor.openPanel()
    await visitor.attach({ name: 'cup.png', mimeType: 'image/png', buffer: photo })
    await visitor.write(talk.first)

    await window.keyboard.press('3')
    await window.getByRole('option').filter({ hasText: name }).click()
    const composer = window.getByRole('main').getByRole('textbox')
    const reply = async (text: string): Promise<void> => {
      await composer.fill(text)
      await composer.press('Enter')
      await expect(visitor.message(text)).toBeVisible()
    }
    await reply(talk.answer)
    await visitor.write(talk.second)
    await reply(talk.promise)
    await visitor.write(talk.thanks)
    await expect(desk.message(talk.thanks)).toBeVisible()
    await composer.fill(talk.draft)
    await visitor.composer.pressSequentially('…')
    await expect(window.getByText(words.ui.typing.someone.replace('{{name}}', name))).toBeVisible()
    await window.screenshot({ path: join(folder, file), animations: 'disabled', caret: 'hide' })
  })
