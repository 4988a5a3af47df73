import { expect, it } from 'vitest'
import { en } from '../texts/en.ts'
import { zh } from '../texts/zh.ts'
import { trayMenu, type TrayView } from './tray-menu.ts'

const view: TrayView = { unread: 0, standing: 'online', host: { kind: 'stopped' }, texts: en }
const done: string[] = []
const actions = {
  open: () => void done.push('open'),
  quit: () => void done.push('quit'),
  setStatus: (status: string) => void done.push(status),
}
const labels = (shown: TrayView) =>
  trayMenu(shown, actions).map(({ type, label }) => (type === 'separator' ? '-' : label))

it('the tray tells what waits, my status and whether this computer hosts, in the language of the desk', () => {
  expect(labels(view)).toEqual([
    'Open Frontdesk',
    'No unread messages',
    '-',
    'Online',
    'Busy',
    'Away',
    '-',
    'Not hosting',
    'Quit Frontdesk',
  ])
  const host = { kind: 'running', url: '', officeUrls: [], setupCode: null } as const
  expect(labels({ unread: 3, standing: 'busy', host, texts: zh })).toEqual([
    '打开前台',
    '3 条未读消息',
    '-',
    '在线',
    '忙碌',
    '离开',
    '-',
    '本机正在提供服务',
    '退出前台',
  ])
})

it('the tray switches the status, and marks the one that holds', () => {
  const items = trayMenu({ ...view, standing: 'busy' }, actions)
  expect(items.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Busy'])
  const away = items.find(({ label }) => label === 'Away')
  ;(away?.click as (() => void) | undefined)?.()
  expect(done).toEqual(['away'])
})

it('the tray offers no status while the desk is not connected', () => {
  const items = trayMenu({ ...view, standing: 'offline' }, actions)
  expect(items.filter(({ type }) => type === 'radio')).toEqual([])
  expect(items.find(({ label }) => label === 'Not connected')?.enabled).toBe(false)
})

it.each([
  [1, 0, '1 colleague is connected.', '现在有 1 位同事在线。'],
  [0, 1, '1 visitor is connected.', '现在有 1 位访客在线。'],
  [3, 12, '3 colleagues and 12 visitors are connected.', '现在有 3 位同事和 12 位访客在线。'],
])('%i colleagues and %i visitors are told in both languages', (colleagues, visitors, english, chinese) => {
  expect([en.connected(colleagues, visitors), zh.connected(colleagues, visitors)]).toEqual([english, chinese])
})
