// The desk in Electron: everything goes through the typed bridge that the preload offers as window.desk.
import type { DeskBridge } from '#bridge/bridge-contract.ts'
import { clientName } from './client-name.ts'
import type { Platform } from './platform.ts'

declare global {
  interface Window {
    readonly desk?: DeskBridge
  }
}

const ignore = (): void => undefined

export async function createElectronPlatform(bridge: DeskBridge, userAgent: string): Promise<Platform> {
  const startup = await bridge.getStartup()
  let host = startup.host
  bridge.on('hostChanged', (state) => {
    host = state
  })
  // Main logs what fails there; a notification or a badge that did not come must not stop the work.
  const told = (reply: Promise<unknown>): void => void reply.catch(ignore)
  return {
    kind: 'electron',
    version: startup.version,
    clientName: clientName(userAgent),
    servedBy: undefined,
    desktop: {
      role: startup.role,
      host: () => host,
      dataFolder: startup.dataFolder,
      logFile: startup.logFile,
      onHostChanged: (listener) => bridge.on('hostChanged', listener),
      chooseHost: () => bridge.chooseHost(),
      chooseJoin: (url) => bridge.chooseJoin(url),
      joinByCode: (url, code) => bridge.joinByCode(url, code),
      joinedDesks: () => bridge.getJoinedDesks(),
      forgetDesk: (url) => bridge.forgetDesk(url),
      metOtherKey: (url) => bridge.metOtherKey(url),
      leaveDesk: () => bridge.leaveDesk(),
      retryHost: () => bridge.retryHost(),
      callAttention: () => told(bridge.callAttention()),
      onReplied: (listener) => bridge.on('replied', listener),
      setStanding: (standing) => told(bridge.setStanding(standing)),
      onStatusWanted: (listener) => bridge.on('statusWanted', listener),
      logLines: () => bridge.getLogLines(),
      showLogFile: () => told(bridge.showLogFile()),
      computer: {
        read: () => bridge.getComputerSettings(),
        setStartsWithSystem: (isOn) => bridge.setStartsWithSystem(isOn),
        setShortcut: (keys) => bridge.setShortcut(keys),
        setSpelling: (isOn) => bridge.setSpelling(isOn),
      },
      checkup: {
        state: () => bridge.getCheckup(),
        start: (load) => told(bridge.startCheckup(load)),
        stop: () => told(bridge.stopCheckup()),
        onChanged: (listener) => bridge.on('checkupChanged', listener),
      },
    },
    secrets: {
      get: async (name) => (await bridge.getSecret(name)) ?? undefined,
      set: (name, value) => bridge.setSecret(name, value),
      remove: (name) => bridge.removeSecret(name),
    },
    notificationRight: () => 'granted',
    askForNotifications: () => Promise.resolve('granted'),
    notify: (notification) => told(bridge.showNotification(notification)),
    dismiss: (conversation) => told(bridge.closeNotification(conversation)),
    onPlaceWanted: (listener) => {
      const take = (): void =>
        void bridge
          .takePlace()
          .then((place) => place && listener(place))
          .catch(ignore)
      take()
      return bridge.on('placeWanted', take)
    },
    popOut: (conversation) => bridge.popOut(conversation),
    setUnread: (count) => told(bridge.setUnread(count)),
    setLanguage: (language) => told(bridge.setLanguage(language)),
  }
}
