// What takes minutes of waiting: it runs beside the others.
import { expect } from '@playwright/test'
import { changeEveryone } from '../drivers/change-everyone.ts'
import { test } from '../web/fixtures.ts'

test('[D7.27] a visitor who went silent reads the warning, and the conversation then closes by itself', async ({
  desk,
  visitor,
}) => {
  // The shortest silence that an office may set is a minute, before the warning and after it.
  test.setTimeout(200_000)
  await changeEveryone(desk.page, async () => {
    await desk.page.getByLabel('Warn a silent visitor after').fill('1')
    await desk.page.getByLabel('Close after the warning').fill('1')
  })
  await visitor.write('Is anybody there?')
  await desk.open('Is anybody there?')
  await desk.reply('Yes. How can I help?')
  await expect(visitor.message(/^We have not heard from you.* in 1 minute\./u)).toBeVisible({ timeout: 75_000 })
  await expect(desk.message(/^We have not heard from you/u)).toBeVisible()
  await expect(visitor.message(/Conversation closed/u)).toBeVisible({ timeout: 75_000 })
  await expect(desk.message(/Closed by itself/u)).toBeVisible()
  await visitor.write('Sorry, I am back')
  await expect(desk.page.getByText('Sorry, I am back').first()).toBeVisible()
})
