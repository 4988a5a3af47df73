// The window is a page without power: sandboxed, on its own origin, with one narrow door to the computer.
import { expect } from '@playwright/test'
import { DeskPage } from '../drivers/desk-page.ts'
import { test } from './fixtures.ts'

type Watched = { opened?: string[] }

test('the page has no Node, no Electron, and only the calls of the bridge', async ({ startApp }) => {
  const { app, window: page } = await startApp()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    // Missing in Electron's types, there since its beginning.
    type Asked = { getLastWebPreferences?(): Record<string, unknown> }
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as Asked | undefined
    return contents?.getLastWebPreferences?.()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  })
  const found = await page.evaluate(() => ({
    strangers: ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in window),
    calls: Object.values(window.desk ?? {}).every((call) => typeof call === 'function'),
    sends: ['send', 'invoke', 'ipcRenderer'].filter((name) => name in (window.desk ?? {})),
  }))
  expect(found).toEqual({ strangers: [], calls: true, sends: [] })
})

test('the page cannot go elsewhere, open windows, frame others or run what it was given', async ({ startApp }) => {
  const { app, window: page } = await startApp()
  await new DeskPage(page).chooseJoin()
  await app.evaluate(({ shell }) => {
    const opened: string[] = ((globalThis as Watched).opened = [])
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
  })
  const before = page.url()
  await page.evaluate(() => {
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'mailto:shop@example.com'])
      window.open(address, '_blank')
  })
  await page.evaluate(() => window.location.assign('https://example.com/'))
  const blocked = await page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const seen: string[] = []
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          seen.push(effectiveDirective)
          if (seen.length === 3) resolve(seen.toSorted())
        })
        const frame = document.createElement('iframe')
        frame.src = 'https://example.com/'
        const inline = document.createElement('script')
        inline.textContent = 'window.hacked = true'
        const remote = document.createElement('script')
        remote.src = 'https://example.com/x.js'
        document.body.append(frame, inline, remote)
      }),
  )
  expect(blocked).toEqual(['frame-src', 'script-src-elem', 'script-src-elem'])
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await app.evaluate(() => (globalThis as Watched).opened)).toEqual([
    'https://example.com/',
    'mailto:shop@example.com',
  ])
})

test('the bridge refuses what is not of the right shape, and logs it', async ({ startApp }) => {
  const app = await startApp()
  const answers = await app.window.evaluate(async () => {
    const bridge = window.desk as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>
    const wrong: readonly (readonly [call: string, ...args: unknown[]])[] = [
      ['chooseJoin', 'file:///etc/passwd'],
      ['chooseJoin', 'http://desk/with/a/path'],
      ['setUnread', -1],
      ['setLanguage', 'fr'],
      ['getSecret', 'two words'],
      ['setSecret', 'name', 'x'.repeat(5_000)],
      ['showNotification', { title: 'no body' }],
      ['getStartup', 'too', 'many'],
    ]
    const said: string[] = []
    for (const [call, ...args] of wrong)
      said.push(await (bridge[call]?.(...args) ?? Promise.reject(new Error('no such call'))).then(() => 'done', String))
    return said
  })
  expect(answers).toHaveLength(8)
  for (const answer of answers) expect(answer).toContain('refused (bad_arguments)')
  expect(app.log).toContain('bridge: chooseJoin refused (bad_arguments)')
})
