// The widget on its pages in both languages, light and dark: accessible, whole, in one language, and kept as a picture.
import { Buffer } from 'node:buffer'
import { expect } from '@playwright/test'
import { agentWrites, createOwner, newestConversation } from '../drivers/desk-api.ts'
import { browserOf, lookAt, looks } from '../drivers/looks.ts'
import { mei } from '../drivers/people.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { Visitor } from '../drivers/visitor.ts'
import { widgetEn, widgetZh } from '../drivers/widget-words.ts'
import { test } from './fixtures.ts'

const talk = {
  en: {
    question: 'Is the celadon teapot safe for the dishwasher?',
    answer: ['Better by hand: hot water and no soap.', 'The care sheet is at https://tea.example/care'],
    later: 'Thank you. And does it come with a lid?',
    draft: 'One more thing:',
  },
  zh: {
    question: '青瓷茶壶可以用洗碗机洗吗？',
    answer: ['建议手洗：热水冲净，不用洗洁精。', '保养说明在 https://tea.example/care'],
    later: '谢谢。盖子是配套的吗？',
    draft: '还想问一下：',
  },
} as const

for (const look of looks)
  test(`@screenshot the widget in ${look.language === 'zh' ? 'Chinese' : 'English'}, ${look.theme}`, async ({
    newContext,
  }) => {
    const words = look.language === 'zh' ? widgetZh : widgetEn
    const { question, answer, later, draft } = talk[look.language]
    // How a shop calls its teas is the shop's affair.
    const ours = { written: ['order.pdf', 'https://tea.example/care'], within: 'frontdesk-widget' }
    const server = await ServerUnderTest.start()
    const token = await createOwner(server, mei)
    const context = await newContext({ ...browserOf(look), viewport: { width: 1280, height: 800 } })
    const visitor = new Visitor(await context.newPage(), words)
    const { page } = visitor

    await page.goto(`${server.url}/demo`)
    await expect(visitor.bubble).toBeVisible()
    await lookAt(page, look, { ...ours, name: 'demo' })
    await visitor.openPanel()
    await expect(page.getByText(words.link.live)).toBeVisible()
    await lookAt(page, look, { ...ours, name: 'widget-greeting' })
    await visitor.attach({ name: 'order.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
    await visitor.write(question)
    await expect(visitor.messages.getByText(words.message.stored)).toBeVisible()
    await agentWrites(server.url, token, await newestConversation(server.url, token), answer)
    await expect(visitor.message(answer[0])).toBeVisible()
    await lookAt(page, look, { ...ours, name: 'widget-conversation' })
    await server.stop()
    await expect(page.getByText(words.bar.waiting)).toBeVisible()
    await visitor.write(later)
    await visitor.composer.fill(draft)
    await lookAt(page, look, { ...ours, name: 'widget-unreachable' })
    await server.startAgain()
    await expect(page.getByText(words.bar.waiting)).toBeHidden()
    await page.goto(`${server.url}/chat`)
    await expect(visitor.message(later)).toBeVisible()
    await lookAt(page, look, { ...ours, name: 'chat' })
    await server.dispose()
  })
