// Electron's entry: one instance, started when ready, stopped in order. Everything else is in desk-app.ts.
import { app } from 'electron'
import { startDeskApp, type DeskApp } from './desk-app.ts'
import { DEEP_LINK_SCHEME, deepLinkIn, parseDeepLink } from './desktop/deep-link.ts'
import { declareDeskScheme } from './windows/desk-page.ts'

const start = (): void => {
  let desk: DeskApp | undefined
  let stopped = false

  declareDeskScheme()
  app.on('second-instance', (_, words) => desk?.goTo(deepLinkIn(words)))
  app.on('activate', () => desk?.goTo())
  // macOS hands links over as events, the first one perhaps before the app is ready.
  let linkAtStart = deepLinkIn(process.argv)
  app.on('open-url', (event, link) => {
    event.preventDefault()
    const place = parseDeepLink(link)
    if (desk) desk.goTo(place)
    else linkAtStart = place
  })
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
    // A program under development must not take the links of the one that is installed.
    if (app.isPackaged) app.setAsDefaultProtocolClient(DEEP_LINK_SCHEME)
    desk = startDeskApp(import.meta.dirname, app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])
    if (linkAtStart) desk.goTo(linkAtStart)
  })
}

// A second start shows the window of the first.
if (app.requestSingleInstanceLock()) start()
else app.quit()
