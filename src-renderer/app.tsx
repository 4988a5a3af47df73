// The page: what the session's stage shows, and the looks that the preferences ask for.
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand/react'
import { StartPage } from './features/start/start-page.tsx'
import type { Platform } from './platform/platform.ts'
import { AloneFrame } from './shell/alone-frame.tsx'
import { createDesk } from './shell/create-desk.ts'
import { DeskFrame } from './shell/desk-frame.tsx'
import type { PreferencesStore } from './stores/preferences-store.ts'
import type { DeskSession, SessionStore } from './stores/session-store.ts'

export type AppProps = Readonly<{ platform: Platform; session: SessionStore; preferences: PreferencesStore }>

export function App({ platform, session, preferences }: AppProps) {
  const stage = useStore(session)
  useLooks(preferences)
  if (stage.kind !== 'desk') return <StartPage stage={stage} session={session} platform={platform} />
  return <OpenDesk key={stage.session.storageKey} opened={stage.session} {...{ platform, session, preferences }} />
}

function OpenDesk({ opened, platform, session, preferences }: AppProps & Readonly<{ opened: DeskSession }>) {
  const desk = useMemo(
    () =>
      createDesk({
        session: opened,
        platform,
        preferences,
        signOut: () => void session.signOut(),
        changePassword: session.changePassword,
        leaveDesk: platform.desktop && (() => void session.leave()),
      }),
    [opened, platform, preferences, session],
  )
  useEffect(() => desk.closing.watch(), [desk])
  useEffect(() => desk.setAway.watch(), [desk])
  useEffect(() => desk.receiptTimes.watch(), [desk])
  useEffect(() => desk.mentions.watch(), [desk])
  return desk.isAlone ? <AloneFrame desk={desk} /> : <DeskFrame desk={desk} />
}

function useLooks(preferences: PreferencesStore): void {
  const theme = useStore(preferences, (all) => all.theme)
  const density = useStore(preferences, (all) => all.density)
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
    document.documentElement.dataset['density'] = density
  }, [theme, density])
}
