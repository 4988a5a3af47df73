// The desk on a script, without a server: ?scenario=usual|empty|loading|offline|refused|extreme|offers|setAway|queue&stage=…&lang=&theme=&density=
// For the eyes of those who build it and for screenshots. Not in the product.
// First, so that every part's own styles come after the base and win.
import '../styles/tokens.css'
import '../styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createStore } from 'zustand/vanilla'
import { App } from '../app.tsx'
import { startI18n } from '../i18n/i18n.ts'
import { isLanguage } from '../i18n/language.ts'
import { createBrowserPlatform } from '../platform/browser-platform.ts'
import type { Platform } from '../platform/platform.ts'
import { memoryStorage } from '../stores/memory-storage.ts'
import { createPreferencesStore, densities, themes } from '../stores/preferences-store.ts'
import type { SessionStore, Stage } from '../stores/session-store.ts'
import { UiRoot } from '../ui/ui-root.tsx'
import { createFakeApi } from './fake-api.ts'
import { fakeCheckup } from './fake-checkup.ts'
import { fakeComputer } from './fake-computer.ts'
import type { ScenarioName } from './scenarios.ts'
import { createScriptedClient, type ScriptedClient } from './scripted-client.ts'

declare global {
  interface Window {
    /** For screenshots: lets a visitor write, type, or the connection change. */
    scripted?: ScriptedClient
  }
}

const query = new URLSearchParams(window.location.search)
const language = query.get('lang')
startI18n(isLanguage(language) ? language : 'en')
const scenario = (query.get('scenario') ?? 'usual') as ScenarioName
const preferences = createPreferencesStore(memoryStorage())
preferences.setState({
  theme: themes.find((theme) => theme === query.get('theme')) ?? 'light',
  density: densities.find((density) => density === query.get('density')) ?? 'comfortable',
})

const url = 'http://192.168.1.20:8000'
const api = createFakeApi(url, scenario === 'offline')
const client = createScriptedClient(scenario)
window.scripted = client
const desk = { name: 'Kobold Coffee', version: '0.1.0', needsSetup: false }
const stages: Readonly<Record<string, Stage>> = {
  choose: { kind: 'choose' },
  hosting: { kind: 'hosting', host: { kind: 'starting' } },
  restarting: { kind: 'hosting', host: { kind: 'restarting', attempt: 2, retryAtMs: Date.now() + 8_000 } },
  failed: {
    kind: 'hosting',
    host: {
      kind: 'failed',
      code: 'port_in_use',
      text: 'Port 8000 is taken by another program. Close that program, or choose another port.',
    },
  },
  looking: { kind: 'looking', url },
  unreachable: { kind: 'unreachable', url, code: 'unreachable', retryAt: Date.now() + 5_000 },
  setup: { kind: 'setup', url, desk: { ...desk, needsSetup: true }, code: query.get('code') ?? '' },
  login: { kind: 'login', url, desk, notice: query.has('notice') ? 'session_revoked' : undefined },
}
const opened: Stage = {
  kind: 'desk',
  session: { url, api, client, storageKey: `dev:${scenario}`, self: { id: 1 as never, name: '林晓', role: 'owner' } },
}
const store = createStore<Stage>(() => stages[query.get('stage') ?? ''] ?? opened)
const nothing = (): Promise<void> => Promise.resolve()
const session: SessionStore = {
  ...store,
  begin: () => undefined,
  retry: () => undefined,
  host: nothing,
  join: () => api.desk(),
  joinByCode: () => Promise.resolve({ ok: false, code: 'pairing_wrong' }),
  leave: nothing,
  setUp: (owner) => api.setup(owner),
  logIn: (who) => api.login(who),
  signOut: nothing,
  changePassword: (password) => api.changeMe({ password }),
}
const browser = createBrowserPlatform(window)
const fakeJoinedDesks = [
  { url: 'https://192.168.1.20:8001', isPaired: true },
  { url: 'http://a-rather-long-name-of-a-computer-in-the-back-office.example.internal:18000', isPaired: false },
]
const running = { kind: 'running', url, officeUrls: [url, 'http://10.0.0.7:8000'], setupCode: null } as const
const platform: Platform = query.has('electron')
  ? {
      ...browser,
      kind: 'electron',
      version: '0.1.0',
      desktop: {
        role: { kind: 'host' },
        host: () => running,
        dataFolder: 'C:\\Users\\lin\\AppData\\Roaming\\Frontdesk\\data',
        logFile: 'server.log',
        onHostChanged: () => () => undefined,
        chooseHost: () => Promise.resolve(running),
        chooseJoin: () => Promise.resolve(true),
        joinByCode: () => Promise.resolve({ ok: false, code: 'pairing_wrong' }),
        joinedDesks: () => Promise.resolve(query.has('new') ? [] : fakeJoinedDesks),
        forgetDesk: () => Promise.resolve([]),
        metOtherKey: () => Promise.resolve(false),
        leaveDesk: nothing,
        retryHost: () => Promise.resolve(running),
        logLines: () =>
          Promise.resolve([
            '2026-11-24T00:00:00.000Z info listening 0.1.0 8000',
            '…',
            'host: server exited (1), restart 1 in 250 ms',
          ]),
        showLogFile: () => undefined,
        callAttention: () => undefined,
        onReplied: () => () => undefined,
        setStanding: () => undefined,
        onStatusWanted: () => () => undefined,
        computer: fakeComputer,
        checkup: fakeCheckup(query.get('checkup') ?? 'idle'),
      },
    }
  : browser

const root = document.querySelector('#root')
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <UiRoot>
        <App platform={platform} session={session} preferences={preferences} />
      </UiRoot>
    </StrictMode>,
  )
