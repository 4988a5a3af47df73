// Quick replies, looked at in both languages and themes: over the composer, in the settings, and where there are none.
import { expect } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import { zh } from '../../src-renderer/i18n/zh.ts'
import { agentWrites, logIn, visitorWrites } from '../drivers/desk-api.ts'
import { lookAt, looks } from '../drivers/looks.ts'
import { mei } from '../drivers/people.ts'
import { wordsOfReplies, writeReplies } from '../drivers/reply-office.ts'
import { test } from './office-fixture.ts'

for (const look of looks)
  test(`@screenshot quick replies, ${look.language}, ${look.theme}`, async ({ openOffice, office }) => {
    const words = (look.language === 'zh' ? zh : en).deskReplies
    const token = await logIn(office.url, mei)
    const { page } = await openOffice(look)
    const written = [
      ...office.written,
      ...wordsOfReplies,
      'Amy Bennett',
      'Where is my refund?',
      'Let me look.',
      'Glad to hear it.',
    ]
    if (look === looks[0]) {
      // Before anybody wrote one.
      await page.goto(`${office.url}/desk/#/settings/replies`)
      await expect(page.getByText(words.empty.shared)).toBeVisible()
      await lookAt(page, look, { name: 'quick-replies-empty', written })
    }
    await writeReplies(office.url, token)
    const id = await visitorWrites(office.url, { name: 'Amy Bennett' }, ['Where is my refund?'])
    await agentWrites(office.url, token, id, ['Let me look.'])
    await page.goto(`${office.url}/desk/#/open/${id}`)
    // A desk that knew of none a second ago asks again when it is opened.
    await page.reload()
    const composer = page.locator('textarea')
    await expect(composer).toBeVisible()
    await composer.pressSequentially('/')
    await expect(page.getByRole('listbox', { name: words.title }).getByRole('option').first()).toBeVisible()
    await lookAt(page, look, { name: 'quick-replies-open', written })
    await composer.pressSequentially('refund')
    await expect(page.getByRole('option', { selected: true }).getByText('Refund policy')).toBeVisible()
    await lookAt(page, look, { name: 'quick-replies-found', written })
    await composer.press('Enter')
    await expect(page.getByText(words.blanks)).toBeVisible()
    await lookAt(page, look, { name: 'quick-replies-blank', written })
    await composer.fill('')
    await composer.pressSequentially('/zzzz')
    await expect(page.getByText(/zzzz/u).last()).toBeVisible()
    await lookAt(page, look, { name: 'quick-replies-none', written: [...written, 'zzzz'] })
    await composer.fill('')
    await page.goto(`${office.url}/desk/#/settings/replies`)
    await expect(page.getByRole('listitem').first()).toBeVisible()
    await lookAt(page, look, { name: 'settings-replies', written })
    await page
      .getByRole('button', { name: /Refund policy/u })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await lookAt(page, look, { name: 'settings-reply', written })
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
