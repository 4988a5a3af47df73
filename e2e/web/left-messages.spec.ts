// What is written while nobody works: both sides see that it is a message left, until the group opens.
import { expect } from '@playwright/test'
import { defaultGroup } from '#protocol'
import { addSetting, visitorWrites } from '../drivers/desk-api.ts'
import { mei } from '../drivers/people.ts'
import { test } from './fixtures.ts'

const never = { timeZone: 'UTC', week: [[], [], [], [], [], [], []], exceptions: [] }

test('[D7.22][D7.24] a message left is called so on both sides, and becomes a conversation when the group opens', async ({
  server,
  ownerToken,
  desk,
  visitor,
}) => {
  const everyone = async (change: object, version: string): Promise<string> => {
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${ownerToken}`,
      'if-match': `"${version}"`,
    }
    const body = JSON.stringify({ ...defaultGroup, name: '', ...change })
    const reply = await fetch(`${server.url}/api/v1/groups/0`, { method: 'PUT', headers, body })
    const said = (await reply.json()) as { readonly version: string }
    expect(reply.status, JSON.stringify(said)).toBe(200)
    return said.version
  }
  const version = await everyone({ hours: never }, '0')
  const returns = await addSetting(server.url, ownerToken, 'groups', {
    ...defaultGroup,
    name: 'Returns',
    members: [1],
    hours: never,
  })
  await addSetting(server.url, ownerToken, 'tag-rules', { pattern: 'vip', group: returns.id, agents: [], priority: 5 })
  await visitorWrites(server.url, { name: 'Wang Fang', tags: ['vip'] }, ['My teapot is broken'])
  await visitor.writeAndArrive('Is anybody there?')
  await expect(visitor.page.getByText('We are closed. Your message is kept.')).toBeVisible()
  await visitor.writeAndArrive('I will wait')
  await desk.show('Queue')
  await expect(desk.row('I will wait')).toContainText('Left a message')
  await expect(desk.row('My teapot is broken')).toContainText(/P5.*Left a message · Returns/su)
  await desk.row('My teapot is broken').click()
  await expect(desk.page.getByRole('main').getByText('Left a message · Returns · priority 5')).toBeVisible()
  await everyone({}, version)
  await expect(visitor.message(`${mei.name} joined`)).toBeVisible()
  await expect(visitor.page.getByText('We are closed.')).toHaveCount(0)
  await desk.show('Mine')
  await expect(desk.row('I will wait')).not.toContainText('Left a message')
})
