// The desktop app put together: one window, one tray, at most one hosted server, and the bridge between them and the page.
import {
  app,
  dialog,
  globalShortcut,
  Menu,
  powerMonitor,
  powerSaveBlocker,
  safeStorage,
  session,
  shell,
  utilityProcess,
  type BrowserWindow,
} from 'electron'
import type { FromServer, ToServer } from '../src-server/app/start/host-messages.ts'
import { appPaths } from './app-paths.ts'
import type {
  BridgeEvent,
  BridgeEvents,
  ComputerSettings,
  DeskPlace,
  HostState,
  Standing,
} from './bridge/bridge-contract.ts'
import { emitToPage, registerBridge, type BridgeHandlers } from './bridge/validated-ipc.ts'
import { appMenu } from './desktop/app-menu.ts'
import { isJoinUrl, openDeskSettings } from './desktop/desk-settings.ts'
import { callAttention, showBadge } from './desktop/desk-badge.ts'
import { openDeskTray } from './desktop/desk-tray.ts'
import { createShortcut } from './desktop/global-shortcut.ts'
import { offerContextMenus } from './desktop/offer-context-menus.ts'
import { setSpelling } from './desktop/spelling.ts'
import { startsWithSystem } from './desktop/start-with-system.ts'
import { unreadLine } from './desktop/tray-menu.ts'
import { safeLogLines } from './desktop/log-report.ts'
import { createNotifications } from './desktop/notifications.ts'
import { openSecretVault } from './desktop/secret-vault.ts'
import { joinByCode } from './pairing/join-by-code.ts'
import { pinCertificates } from './pairing/certificate-pin.ts'
import { askToHide, askToQuit } from './host-life/host-questions.ts'
import { createKeepAwake } from './host-life/keep-awake.ts'
import { createQuitFlow, othersThan } from './host-life/quit-flow.ts'
import { showsTray } from './host-life/tray-presence.ts'
import { onWindowClose } from './host-life/window-close.ts'
import { openLogFile } from './server-host/log-file.ts'
import { CheckupHost } from './server-host/checkup-host.ts'
import { launchInUtilityProcess } from './server-host/server-child.ts'
import { hostTimes, ServerHost } from './server-host/server-host.ts'
import { systemTimer } from './server-host/system-timer.ts'
import { en } from './texts/en.ts'
import { zh } from './texts/zh.ts'
import { DESK_ORIGIN, serveDeskPage } from './windows/desk-page.ts'
import { openMainWindow } from './windows/main-window.ts'
import { recoverPage, type PageDeaths } from './windows/page-recovery.ts'
import { createPopOuts } from './windows/pop-outs.ts'
import { isOwnPage, secureEveryWindow, securePermissions } from './windows/window-security.ts'

export type DeskApp = {
  /** Brings the window to the front, and to the place if there is one. */
  goTo(place?: DeskPlace): void
  /** Asks first where others would be cut off. @returns whether everything has ended and the app may go. */
  quit(): Promise<boolean>
}

/** Call once, when Electron is ready. */
export const startDeskApp = (mainFolder: string, developmentPage: string | undefined): DeskApp => {
  const paths = appPaths(app, mainFolder)
  const log = openLogFile(paths.log)
  const settings = openDeskSettings(paths.settings, app.getLocale())
  const secrets = openSecretVault(paths.secrets, safeStorage)
  const texts = () => (settings.language() === 'zh' ? zh : en)
  const isTrusted = (url: string) =>
    isOwnPage(url) || (developmentPage !== undefined && URL.parse(url)?.origin === new URL(developmentPage).origin)
  const invitation = app.commandLine.getSwitchValue('join')
  if (settings.role().kind === 'none' && isJoinUrl(invitation)) settings.setRole({ kind: 'join', url: invitation })
  let window: BrowserWindow | undefined
  let unread = 0
  let place: DeskPlace | undefined
  let standing: Standing = 'offline'

  secureEveryWindow(app, isTrusted)
  securePermissions(session.defaultSession, isTrusted)
  serveDeskPage(session.defaultSession.protocol, paths.page)
  const pins = pinCertificates(app, session.defaultSession, settings.desks, log.append)

  const pageUrl = developmentPage ?? `${DESK_ORIGIN}/index.html`
  /** The main window speaks for the person; a window of one conversation only has to know the host. */
  const emit = <Event extends BridgeEvent>(event: Event, payload: BridgeEvents[Event]) => {
    if (window) emitToPage(window.webContents, event, payload)
  }
  const emitHost = (state: HostState) => {
    emit('hostChanged', state)
    for (const { webContents } of popOuts.all()) emitToPage(webContents, 'hostChanged', state)
  }
  const popOuts = createPopOuts({
    preload: paths.preload,
    icon: paths.icon,
    pageUrl: (conversation) => `${pageUrl}?alone#/open/${conversation}`,
    opened: (opened) => recoverPage(opened, pageDeaths),
  })
  const keepAwake = createKeepAwake(powerSaveBlocker)
  const serverArgs = ['--data', paths.data, '--host', '0.0.0.0']
  const host = new ServerHost({
    launch: (events) =>
      launchInUtilityProcess<FromServer, ToServer>(utilityProcess.fork, {
        name: 'Frontdesk server',
        entry: paths.server,
        args: serverArgs,
        env: { ...process.env, FRONTDESK_LANGUAGE: settings.language() },
      })(events),
    times: hostTimes,
    timer: systemTimer,
    language: settings.language,
    log: log.append,
    changed: (state) => {
      emitHost(state)
      keepAwake(state)
      refreshTray()
    },
  })

  const checkup = new CheckupHost({
    launchDoctor: (load) =>
      launchInUtilityProcess(utilityProcess.fork, {
        name: 'Frontdesk checkup',
        entry: paths.doctor,
        args: load ? serverArgs : [...serverArgs, '--no-load'],
        env: process.env,
      }),
    launchOffice: (args) =>
      launchInUtilityProcess(utilityProcess.fork, {
        name: 'Frontdesk self-load',
        entry: paths.doctorOffice,
        args,
        env: process.env,
      }),
    timer: systemTimer,
    log: log.append,
    changed: (state) => emit('checkupChanged', state),
  })

  const open = () => {
    if (!window || window.isDestroyed()) {
      window = openMainWindow({
        stateFile: paths.windowState,
        preload: paths.preload,
        pageUrl,
        icon: paths.icon,
      })
      window.on('close', (event) => {
        const state = { isQuitting: quitting.isQuitting, role: settings.role().kind }
        if (onWindowClose({ ...state, hasTray: true }) === 'close') return
        event.preventDefault()
        void showsTray(process.platform).then(async (hasTray) => {
          if (onWindowClose({ ...state, hasTray }) === 'hide') hideToTray()
          else await hideIfAsked()
        })
      })
      // Windows ends the session without a word to the app itself.
      window.on('session-end', quitting.systemEnds)
      recoverPage(window, pageDeaths)
      return
    }
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }
  const pageDeaths: PageDeaths = {
    recovered: () => notifications.tell(texts().pageBackTitle, texts().pageBackBody),
    givenUp: (reload) => void tellBrokenPage(reload),
    log: log.append,
  }
  const hideToTray = () => {
    window?.hide()
    if (settings.knowsHostingGoesOn()) return
    settings.setKnowsHostingGoesOn()
    notifications.tell(texts().stillHostingTitle, texts().stillHostingBody)
  }
  const hideIfAsked = async () => {
    const answer = window ? await askToHide(window, texts()) : 'stay'
    if (answer === 'hide') window?.hide()
    else if (answer === 'quit') app.quit()
  }
  const tellBrokenPage = async (reload: () => void) => {
    const { pageBrokenTitle: message, pageBrokenBody: detail, openAgain, showLog, quit } = texts()
    const buttons = [openAgain, showLog, quit]
    const { response } = await dialog.showMessageBox({ type: 'error', message, detail, buttons, cancelId: 0 })
    if (response === 2) app.quit()
    else reload()
    if (response === 1) shell.showItemInFolder(log.file)
  }
  /** The window comes to the front, and shows the place as soon as a desk is open in it. */
  const goTo = (next?: DeskPlace) => {
    open()
    if (!next) return
    if (next.kind === 'nowhere') log.append('link: refused, not one of ours\n')
    place = next
    emit('placeWanted', null)
  }
  const notifications = createNotifications({
    clicked: (conversation) => {
      goTo(conversation > 0 ? { kind: 'conversation', conversation } : undefined)
    },
    replied: (conversation, text) => emit('replied', { conversation, text }),
    placeholder: () => texts().reply,
  })
  const tray = openDeskTray(paths.trayIcon, {
    open,
    setStatus: (status) => emit('statusWanted', status),
    quit: () => app.quit(),
  })
  const refreshTray = () => tray.show({ unread, standing, host: host.state, texts: texts() })
  const refreshTexts = () => {
    const actions = {
      openPage: (page: string) => goTo({ kind: 'settings', page }),
      showLog: () => shell.showItemInFolder(log.file),
    }
    const { platform: system } = process
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(appMenu({ system, isPackaged: app.isPackaged, texts: texts(), actions })),
    )
    app.setAboutPanelOptions({
      applicationName: texts().appName,
      applicationVersion: app.getVersion(),
      copyright: texts().copyright,
      iconPath: paths.icon,
    })
    refreshTray()
  }
  const quitting = createQuitFlow({
    others: async () => {
      const connected = await host.connected()
      return connected === undefined ? 'unknown' : othersThan(standing !== 'offline', connected)
    },
    ask: (others) => askToQuit(window?.isVisible() === true ? window : undefined, texts(), others),
    drain: async () => {
      window?.hide()
      popOuts.closeAll()
      await Promise.all([host.stop(), checkup.stop()])
      notifications.closeAll()
      tray.destroy()
    },
  })
  powerMonitor.on('shutdown', quitting.systemEnds)

  const shortcut = createShortcut(globalShortcut, () => open())
  const startWithSystem = startsWithSystem(app)
  const computerSettings = (): ComputerSettings => ({
    startsWithSystem: startWithSystem.isOn(),
    shortcut: settings.shortcut(),
    isShortcutTaken: shortcut.isTaken(),
    spelling: settings.spelling(),
  })
  const refreshSpelling = () =>
    setSpelling(session.defaultSession, settings.spelling(), settings.language(), app.getPreferredSystemLanguages())

  const joinedDesks = () => settings.desks().map(({ url, pin }) => ({ url, isPaired: pin !== null }))

  const handlers: BridgeHandlers = {
    getStartup: () => ({
      role: settings.role(),
      host: host.state,
      version: app.getVersion(),
      platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
      dataFolder: paths.data,
      logFile: log.file,
    }),
    chooseHost: () => {
      settings.setRole({ kind: 'host' })
      host.start()
      return host.state
    },
    chooseJoin: (url) => {
      settings.rememberDesk({ url, pin: null })
      settings.setRole({ kind: 'join', url })
      return true
    },
    joinByCode: async (address, code) => {
      const joined = await joinByCode(address, code)
      if (!joined.ok) return joined
      settings.rememberDesk(joined.desk)
      return { ok: true, url: joined.desk.url }
    },
    getJoinedDesks: joinedDesks,
    forgetDesk: (url) => {
      settings.forgetDesk(url)
      return joinedDesks()
    },
    metOtherKey: pins.metStranger,
    leaveDesk: async () => {
      settings.setRole({ kind: 'none' })
      popOuts.closeAll()
      await Promise.all([host.stop(), checkup.stop()])
    },
    retryHost: () => {
      host.start()
      return host.state
    },
    getSecret: secrets.get,
    setSecret: secrets.set,
    removeSecret: secrets.remove,
    showNotification: notifications.show,
    closeNotification: notifications.close,
    callAttention: () => callAttention(window),
    setUnread: (count) => {
      unread = count
      showBadge(window, count, unreadLine(count, texts()))
      refreshTray()
    },
    takePlace: () => {
      const taken = place ?? null
      place = undefined
      return taken
    },
    setStanding: (next) => {
      standing = next
      refreshTray()
    },
    setLanguage: (language) => {
      settings.setLanguage(language)
      refreshTexts()
      refreshSpelling()
    },
    popOut: popOuts.open,
    getComputerSettings: computerSettings,
    setStartsWithSystem: (isOn) => {
      startWithSystem.set(isOn)
      return computerSettings()
    },
    setShortcut: (keys) => {
      settings.setShortcut(keys)
      shortcut.use(keys)
      return computerSettings()
    },
    setSpelling: (isOn) => {
      settings.setSpelling(isOn)
      refreshSpelling()
      return computerSettings()
    },
    getLogLines: () => safeLogLines(log.tail()),
    showLogFile: () => shell.showItemInFolder(log.file),
    getCheckup: () => checkup.state,
    startCheckup: (load) => {
      if (settings.role().kind === 'host') checkup.start(load)
      return checkup.state
    },
    stopCheckup: () => checkup.stop(),
  }
  registerBridge(handlers, {
    isOwnPage: isTrusted,
    refused: (call, reason) => log.append(`bridge: ${call} refused (${reason})\n`),
  })

  refreshTexts()
  refreshSpelling()
  shortcut.use(settings.shortcut())
  offerContextMenus(app, texts)
  if (settings.role().kind === 'host') host.start()
  open()
  return { goTo, quit: quitting.attempt }
}
