// The pages that only the desktop has, in both languages, light and dark.
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { lookAt } from '../drivers/looks.ts'
import { mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

for (const language of ['en', 'zh'] as const)
  test(`@screenshot the first run in ${language === 'zh' ? 'Chinese' : 'English'}`, async ({ startApp }) => {
    const { window } = await startApp(language === 'zh' ? 'zh-CN' : 'en')
    const words = language === 'zh' ? zh : en
    const desk = new DeskPage(window, words)
    const lookTwice = async (name: string): Promise<void> => {
      for (const theme of ['light', 'dark'] as const) {
        await window.emulateMedia({ colorScheme: theme })
        await lookAt(window, { language, theme }, { name, written: [mei.name, '127.0.0.1', '192.168.1.20'] })
      }
    }
    await expect(window.getByRole('button', { name: words.deskStart.choose.host })).toBeVisible()
    await lookTwice('first-run')
    await desk.chooseJoin()
    await desk.tryAddress('127.0.0.1:1')
    await expect(window.getByText(words.deskErrors.code.unreachable)).toBeVisible()
    await lookTwice('join-failed')
    await window.getByRole('button', { name: words.deskStart.join.back }).click()
    await desk.hostHere()
    await expect(window.getByLabel(words.deskStart.setup.name)).toBeVisible()
    await lookTwice('owner')
    await desk.createOwner(mei)
    await lookTwice('desktop-inbox-empty')
    await window.keyboard.press('Control+,')
    await window.getByRole('button', { name: words.deskSettings.page.about }).click()
    await expect(window.getByText(words.deskSettings.about.data)).toBeVisible()
    await lookTwice('desktop-about')
    const { checkup } = words.deskSettings
    await window.getByRole('button', { name: words.deskSettings.page.checkup }).click()
    await expect(window.getByText(checkup.empty)).toBeVisible()
    await lookTwice('desktop-checkup')
    await window.getByRole('switch', { name: checkup.measureLabel }).click()
    await window.getByRole('button', { name: checkup.start }).click()
    await expect(window.getByRole('button', { name: checkup.again })).toBeVisible()
    await lookTwice('desktop-checked')
  })
