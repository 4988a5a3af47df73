import { expect, it } from 'vitest'
import { colleagues } from '../../demo/colleagues.ts'
import { parseCommandOptions } from './command-options.ts'
import { demoOwnerCommand } from './greeting.ts'

it('who lost the demo’s passwords is told a command that works in the demo’s own folder', () => {
  const [, command, ...args] = demoOwnerCommand('/home/mei/frontdesk-demo').replaceAll('"', '').split(' ')
  expect(command).toBe('create-owner')
  const parsed = parseCommandOptions(args, ['login', 'name'])
  expect(parsed).toMatchObject({ ok: true, value: { dataDir: '/home/mei/frontdesk-demo' } })
  const taken = colleagues.map(({ login }) => login)
  expect(taken).not.toContain(parsed.ok ? parsed.value.own['login'] : undefined)
})
