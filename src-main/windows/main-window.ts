// The main window: sandboxed, where it was last time, shown when it has something to show.
import { BrowserWindow, nativeTheme, screen } from 'electron'
import { writeJsonFile } from '../desktop/json-file.ts'
import { defaultWindowSize, minWindowSize, readWindowState } from './window-state.ts'

export type MainWindowOptions = {
  readonly stateFile: string
  readonly preload: string
  readonly pageUrl: string
  readonly icon: string
}

const KEEP_AFTER_MS = 500

/** Of every window: the page has no power of its own. */
export const pagePreferences = (preload: string) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    spellcheck: true,
  }) as const

export const openMainWindow = (options: MainWindowOptions): BrowserWindow => {
  const state = readWindowState(
    options.stateFile,
    screen.getAllDisplays().map((display) => display.workArea),
  )
  const window = new BrowserWindow({
    ...defaultWindowSize,
    ...state.bounds,
    minWidth: minWindowSize.width,
    minHeight: minWindowSize.height,
    show: false,
    title: 'Frontdesk',
    icon: options.icon,
    // The first frame before the page paints: near the page's own background in both themes.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#14181a' : '#fbfcfc',
    webPreferences: pagePreferences(options.preload),
  })
  if (state.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  keepState(window, options.stateFile)
  void window.loadURL(options.pageUrl)
  return window
}

const keepState = (window: BrowserWindow, file: string): void => {
  const keep = () => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    writeJsonFile(file, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  }
  // Dragging fires for every pixel: write once it rests.
  let resting: NodeJS.Timeout | undefined
  const later = () => {
    clearTimeout(resting)
    resting = setTimeout(keep, KEEP_AFTER_MS)
  }
  window.on('resize', later)
  window.on('move', later)
  window.on('close', () => {
    clearTimeout(resting)
    keep()
  })
}
