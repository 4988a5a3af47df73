// The main job between one visitor and the people at the desk, in two browsers.
import { expect } from '@playwright/test'
import { createColleague } from '../drivers/desk-api.ts'
import { amy, mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

test('[D1][D6] a message goes there and back, and both sides see where it is', async ({ desk, visitor }) => {
  await visitor.write('Is the blue teapot in stock?')
  await desk.open(/blue teapot/u)
  await visitor.expectState('Seen')
  await desk.reply('Yes, three of them.')
  await expect(visitor.message('Yes, three of them.')).toBeVisible()
  await expect(desk.page.getByRole('button', { name: 'Read, how it was delivered' }).last()).toBeAttached()
})

test('[D3] both sides see who is typing', async ({ desk, visitor }) => {
  await visitor.writeAndArrive('Hello')
  await desk.open('Hello')
  await visitor.composer.pressSequentially('and one more')
  await expect(desk.page.getByText('Visitor 1 is typing')).toBeVisible()
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

test('[D7] who writes while nobody is free waits in the queue until somebody takes it', async ({ desk, visitor }) => {
  await desk.setStatus('Away')
  await visitor.writeAndArrive('Is anybody there?')
  await expect(visitor.page.getByText('You are next')).toBeVisible()
  await expect(desk.page.getByRole('tab', { name: 'Queue 1' })).toBeVisible()
  await desk.show('Queue')
  await desk.row('Is anybody there?').click()
  await desk.page.getByRole('button', { name: 'Take', exact: true }).click()
  await expect(visitor.message(`${mei.name} joined`)).toBeVisible()
  await desk.show('Mine')
  await desk.open('Is anybody there?')
  await desk.reply('Yes, I am.')
  await expect(visitor.message('Yes, I am.')).toBeVisible()
})

test('[D7][D8] a conversation is passed on with a note that the visitor never sees', async ({
  server,
  ownerToken,
  desk,
  openDesk,
  visitor,
}) => {
  await createColleague(server.url, ownerToken, amy)
  await visitor.write('Do you speak English?')
  await desk.open('Do you speak English?')
  const colleague = await openDesk(amy)
  await desk.transferTo(amy.name, 'Prefers English')
  await expect(visitor.message(`Passed on to ${amy.name}`)).toBeVisible()
  await colleague.open('Do you speak English?')
  await expect(colleague.message('Prefers English')).toBeVisible()
  await expect(colleague.message(`${mei.name} transferred it to ${amy.name}`)).toBeVisible()
  await colleague.reply('I do.')
  await expect(visitor.message('I do.')).toBeVisible()
  await expect(visitor.page.getByText('Prefers English')).toHaveCount(0)
})
