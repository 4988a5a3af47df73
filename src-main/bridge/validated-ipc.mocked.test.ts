import type { IpcMainInvokeEvent } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bridgeCalls, callChannel, type BridgeCall } from './bridge-contract.ts'
import { registerBridge, type BridgeHandlers } from './validated-ipc.ts'

type Listener = (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => unknown
const listeners = vi.hoisted(() => new Map<string, Listener>())
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) },
}))

const done: BridgeCall[] = []
const refused: string[] = []
beforeEach(() => {
  done.length = 0
  refused.length = 0
  const handlers = Object.fromEntries(bridgeCalls.map((call) => [call, () => void done.push(call)]))
  registerBridge(handlers as unknown as BridgeHandlers, {
    isOwnPage: (url) => url === 'frontdesk-app://desk/index.html',
    refused: (call, reason) => void refused.push(`${call} ${reason}`),
  })
})

const ownPage = { url: 'frontdesk-app://desk/index.html', parent: null }
const call = (name: BridgeCall, senderFrame: unknown, ...args: readonly unknown[]): unknown =>
  listeners.get(callChannel(name))?.({ senderFrame } as unknown as IpcMainInvokeEvent, ...args)

describe('the bridge', () => {
  it('does what its own page asks in the right form', () => {
    call('getSecret', ownPage, 'session:host')
    call('setUnread', ownPage, 3)
    expect([done, refused]).toEqual([['getSecret', 'setUnread'], []])
  })

  it.each([
    ['a page from elsewhere', { url: 'https://evil.example/', parent: null }],
    ['a frame in its own page', { ...ownPage, parent: ownPage }],
    ['a frame that is gone', null],
  ])('answers nothing to %s, whatever it asks', (_, frame) => {
    for (const name of bridgeCalls) expect(() => call(name, frame)).toThrow('foreign_page')
    expect(done).toEqual([])
    expect(refused).toHaveLength(bridgeCalls.length)
  })

  it.each<[BridgeCall, readonly unknown[]]>([
    ['getSecret', []],
    ['getSecret', ['a', 'b']],
    ['getSecret', [{ toString: () => 'session:host' }]],
    ['setSecret', ['a', 'x'.repeat(5_000)]],
    ['removeSecret', ['a b']],
    ['chooseJoin', ['file:///etc/passwd']],
    ['chooseJoin', ['javascript://x']],
    ['chooseJoin', ['http://desk.example/path']],
    ['setUnread', [-1]],
    ['setUnread', ['1']],
    ['setLanguage', ['fr']],
    ['setStanding', ['invisible']],
    ['showNotification', [{ title: 'a', body: 'b', conversation: 0.5, mayReply: true }]],
    ['showNotification', [{ title: 'a', body: 'b', conversation: 1 }]],
    ['closeNotification', [-1]],
    ['callAttention', [true]],
    ['popOut', [0]],
    ['popOut', ['7']],
    ['setShortcut', ['CommandOrControl+Q']],
    ['setStartsWithSystem', ['yes']],
    ['setSpelling', []],
    ['takePlace', [1]],
    ['showLogFile', ['/etc/passwd']],
    ['startCheckup', []],
    ['startCheckup', ['--data=/etc']],
    ['stopCheckup', [1]],
  ])('refuses %s with %j', (name, args) => {
    expect(() => call(name, ownPage, ...args)).toThrow('bad_arguments')
    expect([done, refused]).toEqual([[], [`${name} bad_arguments`]])
  })
})
