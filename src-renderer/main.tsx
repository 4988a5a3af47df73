// Starts the desk's page, in Electron and in a browser alike.
// First, so that every part's own styles come after the base and win.
import './styles/tokens.css'
import './styles/base.css'
import { createBrowserEnvironment } from '#client/browser/browser-environment.ts'
import { createClient } from '#client/client.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { i18n, startI18n } from './i18n/i18n.ts'
import { languageOf, readLanguageChoice } from './i18n/language.ts'
import { createBrowserPlatform } from './platform/browser-platform.ts'
import { createDeskApi } from './platform/desk-api.ts'
import { createElectronPlatform } from './platform/electron-platform.ts'
import { frameRecord } from './platform/frame-record.ts'
import { paceByFrames, pageFrames } from './platform/frame-paced-client.ts'
import { setupCodeFromHash } from './stores/place.ts'
import { createPreferencesStore, parsePreferences, preferencesKey } from './stores/preferences-store.ts'
import { createSessionStore } from './stores/session-store.ts'
import { UiRoot } from './ui/ui-root.tsx'

const language = languageOf(readLanguageChoice(window.localStorage), navigator.languages)
startI18n(language)
const preferences = createPreferencesStore(window.localStorage)
// Another window of the same person changed them.
window.addEventListener('storage', ({ key, newValue }) => {
  if (key === preferencesKey) preferences.setState(parsePreferences(newValue))
})
// Before the first paint, so that a dark desk never flashes white.
document.documentElement.dataset['theme'] = preferences.getState().theme
document.documentElement.dataset['density'] = preferences.getState().density

async function start(root: Element): Promise<void> {
  const platform = window.desk
    ? await createElectronPlatform(window.desk, navigator.userAgent)
    : createBrowserPlatform(window)
  platform.setLanguage(language)
  const session = createSessionStore({
    platform,
    makeApi: createDeskApi,
    makeClient: ({ deskUrl, token, storageKey }) =>
      paceByFrames(
        createClient({
          environment: frameRecord.listen(createBrowserEnvironment(deskUrl)),
          deskUrl,
          token,
          scope: 'all',
          locale: i18n.language,
          app: `Frontdesk ${platform.version ?? 'web'}`,
          storageKey,
        }),
        pageFrames,
      ),
    now: () => Date.now(),
    after: (delayMs, task) => {
      const timer = window.setTimeout(task, delayMs)
      return () => window.clearTimeout(timer)
    },
    setupCode: setupCodeFromHash(window.location.hash),
  })
  createRoot(root).render(
    <StrictMode>
      <UiRoot>
        <App platform={platform} session={session} preferences={preferences} />
      </UiRoot>
    </StrictMode>,
  )
  session.begin()
}

const root = document.querySelector('#root')
if (root !== null) void start(root)
