import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDemoDesk } from './demo-desk.mjs'
import { projectRoot } from './tools/project-paths.mjs'

it('opens the desktop app on the server as soon as it serves, with a profile of its own', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'frontdesk-demo-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const seen = join(folder, 'arguments')
  const app = join(folder, 'app')
  writeFileSync(app, `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n`, { mode: 0o755 })
  const server = join(projectRoot, 'src-server', 'entry', 'cli.ts')
  const flags = ['--data', join(folder, 'data'), '--port', '0', '--log-level', 'silent']
  await openDemoDesk({ ELECTRON_EXEC_PATH: app }, flags, server)
  const args = readFileSync(seen, 'utf8').trim().split('\n')
  expect(args[0]).toBe(projectRoot)
  expect(args.at(-1)).toMatch(/^--join=http:\/\/127\.0\.0\.1:\d+$/u)
  expect(args.at(-2)).toMatch(/^--user-data-dir=/u)
})
