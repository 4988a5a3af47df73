import { expect } from '@playwright/test'
import { test } from './fixtures.ts'

test('[D1][D6] a message goes there and back, and both sides see where it is', async ({ desk, visitor }) => {
  await visitor.write('Is the blue teapot in stock?')
  await desk.open(/blue teapot/u)
  await visitor.expectState('Seen')
  await desk.reply('Yes, three of them.')
  await expect(visitor.message('Yes, three of them.')).toBeVisible()
  await expect(desk.page.getByRole('img', { name: 'Read', exact: true }).last()).toBeAttached()
})

test('[D3] both sides see who is typing', async ({ desk, visitor }) => {
  await visitor.write('Hello')
  await desk.open('Hello')
  await visitor.composer.pressSequentially('and one more')
  await expect(desk.page.getByText(/typing/iu).first()).toBeVisible()
  await desk.composer.pressSequentially('Let me')
  await expect(visitor.page.getByText(/is typing…$/u)).toBeVisible()
})

test('[D7] a closed conversation opens again when the visitor writes', async ({ desk, visitor }) => {
  await visitor.write('First question')
  await desk.open('First question')
  await desk.close()
  await expect(visitor.message(/Conversation closed/u)).toBeVisible()
  await visitor.write('One more thing')
  await desk.show('Mine')
  await expect(desk.row('One more thing')).toHaveCount(1)
  await expect(visitor.message('First question')).toHaveCount(1)
})
