// Electron's entry: one instance, started when ready, stopped in order. Everything else is in desk-app.ts.
import { app } from 'electron'
import { startDeskApp, type DeskApp } from './desk-app.ts'
import { declareDeskScheme } from './windows/desk-page.ts'

const start = (): void => {
  let desk: DeskApp | undefined
  let stopped = false

  declareDeskScheme()
  app.on('second-instance', () => desk?.focus())
  app.on('activate', () => desk?.focus())
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', (event) => {
    if (!desk || stopped) return
    event.preventDefault()
    const leave = (): void => {
      stopped = true
      app.quit()
    }
    // Whatever goes wrong while stopping, the app must not stay behind without a window.
    void desk.quit().then((mayLeave) => mayLeave && leave(), leave)
  })
  void app.whenReady().then(() => {
    desk = startDeskApp(import.meta.dirname, app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])
  })
}

// A second start shows the window of the first.
if (app.requestSingleInstanceLock()) start()
else app.quit()
