// What only a desktop program has: a window that comes back where it was, a tray, notifications, one instance.
import { expect, type ElectronApplication } from '@playwright/test'
import type { Menu, Notification } from 'electron'
import { visitorWrites } from '../drivers/desk-api.ts'
import { en } from '../../src-renderer/i18n/en.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

type Watched = { shownNotifications?: Notification[]; trayMenu?: Menu | null }

/** No notification service runs on a test's screen: what the app shows is kept instead. */
const watchNotifications = (app: ElectronApplication): Promise<void> =>
  app.evaluate((electron) => {
    const kept: Notification[] = ((globalThis as Watched).shownNotifications = [])
    electron.Notification.isSupported = () => true
    electron.Notification.prototype.show = function show(this: Notification) {
      kept.push(this)
    }
  })

const shownTitles = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => ((globalThis as Watched).shownNotifications ?? []).map(({ title }) => title))

test('a click on a notification brings the window back with the right conversation', async ({ host }) => {
  const desk = new DeskPage(host.window)
  const deskUrl = await host.deskUrl()
  await visitorWrites(deskUrl, { name: 'Amy' }, ['First of two'])
  await desk.open('First of two')
  await watchNotifications(host.app)
  await host.loseFocus()
  await host.closeWindow()
  await expect.poll(() => host.isShown()).toBe(false)
  await visitorWrites(deskUrl, { name: '李雷' }, ['我的茶壶什么时候到？'])
  await expect.poll(() => shownTitles(host.app)).toContain('New for you: 李雷')
  await host.app.evaluate(() => {
    const { shownNotifications = [] } = globalThis as Watched
    shownNotifications.find(({ title }) => title === 'New for you: 李雷')?.emit('click')
  })
  await expect.poll(() => host.isShown()).toBe(true)
  await expect(host.window.getByRole('heading', { name: '李雷', level: 1 })).toBeVisible()
  await expect(desk.message('我的茶壶什么时候到？')).toBeVisible()

  // Nobody is disturbed who asked not to be, and the bar about it ends that again.
  await host.window.keyboard.press('Control+k')
  await host.window.keyboard.type('Do not disturb: on')
  await host.window.keyboard.press('Enter')
  await expect(host.window.getByText('Do not disturb is on.')).toBeVisible()
  const before = await shownTitles(host.app)
  await visitorWrites(deskUrl, { name: 'Tom' }, ['Quiet, please'])
  await expect(desk.row(/Quiet, please/u)).toBeVisible()
  await host.window.getByRole('button', { name: 'Switch off' }).click()
  await visitorWrites(deskUrl, { name: 'Noor' }, ['Now you may'])
  await expect.poll(() => shownTitles(host.app)).toEqual([...before, 'New for you: Noor'])
})

test('a host stays on: without its window, against a careless quit, and for everybody once it is back', async ({
  host,
  browser,
}) => {
  const url = await host.deskUrl()
  // No tray shows on a test's screen, so the window asks; the first answer keeps hosting.
  await host.closeWindow()
  await expect.poll(() => host.isShown()).toBe(false)
  expect(await host.asked()).toMatchObject([{ message: 'Keep hosting without a window?' }])
  expect((await fetch(`${url}/healthz`)).ok).toBe(true)
  expect(await host.startTwice()).toBe(0)
  await expect.poll(() => host.isShown()).toBe(true)

  const visitor = new Visitor(await (await browser.newContext({ locale: 'en-GB' })).newPage())
  await visitor.visitChatPage(url)
  await visitor.write('Do not go yet')
  await expect(new DeskPage(host.window).row(/Do not go yet/u)).toBeVisible()
  await host.answerWith(1)
  await host.quit()
  await expect.poll(async () => (await host.asked()).at(-1)?.message).toBe('Stop hosting and quit?')
  expect((await host.asked()).at(-1)?.detail).toContain('1 visitor is connected. Everybody is told')
  expect((await fetch(`${url}/healthz`)).ok).toBe(true)

  // A link leads to its place in the window that is there, or says that it leads nowhere.
  const desk = new DeskPage(host.window)
  await host.startTwice('frontdesk://conversation/1')
  await expect(desk.message('Do not go yet')).toBeVisible()
  await host.startTwice('frontdesk://conversation/999999')
  await expect(host.window.getByText(en.deskConversation.missing.title)).toBeVisible()
  // A report for whoever helps: what happened, and nothing that anybody said.
  await host.startTwice('frontdesk://settings/diagnostics')
  const report = host.window.getByRole('region', { name: 'Report' })
  await expect(report).toContainText('in entry')
  await expect(report).toContainText('info listening')
  await expect(report).not.toContainText('Do not go yet')
  await host.startTwice('frontdesk://evil.example/1?token=secret')
  await expect(host.window.getByText('This link leads nowhere')).toBeVisible()
  expect(host.log).not.toContain('evil.example')

  await host.answerWith(0)
  await host.restart('en', 'frontdesk://settings/about')
  await expect(host.window.getByRole('heading', { name: 'About this desk' })).toBeVisible()
  await host.startTwice('frontdesk://conversation/1')
  await visitor.write('There you are again')
  await expect(new DeskPage(host.window).message('There you are again')).toBeVisible({ timeout: 30_000 })
})

test('[D5] a page that crashed is back with everything, and says so', async ({ host }) => {
  const desk = new DeskPage(host.window)
  await visitorWrites(await host.deskUrl(), { name: 'Amy' }, ['Are you there?'])
  await desk.open('Are you there?')
  // In a window of its own, too: the same page without power, and the same draft.
  const opening = host.app.waitForEvent('window')
  await host.window.keyboard.press('Escape')
  await host.window.keyboard.press('p')
  const alone = new DeskPage(await opening)
  await alone.composer.fill('half an answer')
  await expect(alone.page.getByRole('navigation')).toHaveCount(0)
  await expect(desk.composer).toHaveValue('half an answer')
  expect(await alone.page.evaluate(() => ['require', 'process'].filter((name) => name in window))).toEqual([])
  await alone.page.close()
  await watchNotifications(host.app)
  await host.crashPage()
  await expect.poll(() => shownTitles(host.app)).toContain('The window broke and was opened again')
  // Playwright gives a crashed page up: the app itself has to say what its window shows now.
  await expect.poll(() => host.run(`document.querySelector('textarea')?.value`)).toBe('half an answer')
  await expect.poll(() => host.run('document.body.innerText')).toContain('Are you there?')
  expect(host.log).toContain("the page's process is gone (crashed")
})

test('the window comes back where it was, as large as it was read', async ({ startApp }) => {
  const app = await startApp()
  const bounds = { x: 120, y: 90, width: 1111, height: 777 }
  await app.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds)
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomLevel(1))
  await app.restart()
  expect(await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds)
  await expect
    .poll(() => app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel()))
    .toBe(1)
})

test('the tray tells what is unread and switches my status, in the language of the desk', async ({ host }) => {
  const desk = new DeskPage(host.window)
  await host.app.evaluate(({ Tray }) => {
    const { setContextMenu } = Tray.prototype
    Tray.prototype.setContextMenu = function set(menu) {
      ;(globalThis as Watched).trayMenu = menu
      setContextMenu.call(this, menu)
    }
  })
  const labels = (): Promise<readonly string[]> =>
    host.app.evaluate(() =>
      ((globalThis as Watched).trayMenu?.items ?? [])
        .filter(({ type }) => type !== 'separator')
        .map(({ label, checked }) => (checked ? `✓ ${label}` : label)),
    )
  await visitorWrites(await host.deskUrl(), {}, ['Hello'])
  await expect
    .poll(labels)
    .toEqual(['Open Frontdesk', '1 unread message', '✓ Online', 'Busy', 'Away', 'Hosting this desk', 'Quit Frontdesk'])
  await host.app.evaluate(() => {
    ;(globalThis as Watched).trayMenu?.items.find(({ label }) => label === 'Busy')?.click()
  })
  await expect(desk.page.getByRole('button', { name: /My status: .*Busy/u })).toBeVisible()
  await desk.page.getByRole('button', { name: 'Settings' }).click()
  await desk.page.getByRole('combobox', { name: 'Language' }).click()
  await desk.page.getByRole('option', { name: '简体中文' }).click()
  await expect
    .poll(labels)
    .toEqual(['打开前台', '1 条未读消息', '在线', '✓ 忙碌', '离开', '本机正在提供服务', '退出前台'])
})
