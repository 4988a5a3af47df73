// Announcing, looked at in both languages and themes: the page, and the strip that everybody sees.
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { test } from './office-fixture.ts'

const announced = {
  zh: '今天 18:00 下班，之后的消息明早九点起逐一回复，急事请拨打门店电话。',
  en: 'We close at 18:00 today. What you write later is answered from nine tomorrow; for anything urgent, call the shop.',
}

for (const look of looks)
  test(`@screenshot announcing, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
    const { page } = await openOffice(look)
    const words = (look.language === 'zh' ? zh : en).deskAnnouncement
    const written = [...office.written, ...Object.values(announced), 'English']
    await page.goto(`${office.url}/desk/#/settings/announcement`)
    await expect(page.getByRole('heading', { name: words.next })).toBeVisible()
    await lookAt(page, look, { name: 'announcement-none', written })
    await page.getByRole('textbox', { name: words.zh }).fill(announced.zh)
    await page.getByRole('textbox', { name: words.en }).fill(announced.en)
    await lookAt(page, look, { name: 'announcement-draft', written })
    await page.getByRole('button', { name: words.publish, exact: true }).click()
    const strip = page.getByRole('status', { name: words.title })
    await expect(strip.getByText(announced[look.language])).toBeVisible()
    await lookAt(page, look, { name: 'announcement-shown', written })
    await page.getByRole('button', { name: words.withdraw }).click()
    await expect(strip.getByText(announced[look.language])).toHaveCount(0)
  })
