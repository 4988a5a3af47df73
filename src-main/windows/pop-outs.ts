// Windows of their own for single conversations: the same page in the same sandbox under the same policies, one for each
// conversation and a handful at once. They share the session, so drafts and logins are those of the main window.
import { BrowserWindow, nativeTheme } from 'electron'
import type { PopOutReply } from '../bridge/bridge-contract.ts'
import { pagePreferences } from './main-window.ts'

/** Each is a process of some 100 MB and a connection of its own. */
const MAX_POP_OUTS = 6
const popOutSize = { width: 760, height: 720, minWidth: 480, minHeight: 480 } as const

export type PopOuts = {
  /** One that is there already comes to the front. */
  open(conversation: number): PopOutReply
  all(): readonly BrowserWindow[]
  closeAll(): void
}

export type PopOutOptions = {
  readonly preload: string
  readonly icon: string
  pageUrl(conversation: number): string
  opened(window: BrowserWindow): void
}

export const createPopOuts = ({ preload, icon, pageUrl, opened }: PopOutOptions): PopOuts => {
  const windows = new Map<number, BrowserWindow>()
  return {
    open: (conversation) => {
      const there = windows.get(conversation)
      if (there) {
        if (there.isMinimized()) there.restore()
        there.focus()
        return 'open'
      }
      if (windows.size >= MAX_POP_OUTS) return 'too_many'
      const window = new BrowserWindow({
        ...popOutSize,
        show: false,
        title: 'Frontdesk',
        icon,
        backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181a' : '#fbfcfc',
        webPreferences: pagePreferences(preload),
      })
      windows.set(conversation, window)
      window.on('closed', () => windows.delete(conversation))
      window.once('ready-to-show', () => window.show())
      opened(window)
      void window.loadURL(pageUrl(conversation))
      return 'open'
    },
    all: () => [...windows.values()],
    closeAll: () => {
      for (const window of windows.values()) window.destroy()
    },
  }
}
