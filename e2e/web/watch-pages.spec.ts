// Reading along, looked at in both languages and themes: the sign, the whisper and taking over.
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { agentWrites, logIn, visitorWrites } from '../drivers/desk-api.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { amy } from '../drivers/people.ts'
import { test } from './office-fixture.ts'

for (const look of looks)
  test(`@screenshot reading along, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
    const token = await logIn(office.url, amy)
    const id = await visitorWrites(office.url, { name: 'Amy Bennett' }, ['Thanks, that worked perfectly.'])
    await agentWrites(office.url, token, id, ['Glad to hear it. Enjoy the tea.'])
    const { page } = await openOffice(look)
    await page.goto(`${office.url}/desk/#/open/${id}`)
    const words = (look.language === 'zh' ? zh : en).deskWatch
    await expect(page.getByRole('region', { name: words.label })).toBeVisible()
    await expect(page.getByRole('log').getByRole('article').first()).toBeVisible()
    await lookAt(page, look, { name: 'watching', written: office.written })
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(page, look, { name: 'whisper', written: office.written })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('a')
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(page, look, { name: 'take-over', written: office.written })
  })
