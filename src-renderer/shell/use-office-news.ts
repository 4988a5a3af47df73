// Keeps what the office set, and the saved views, as they are now: asked for when the connection is there, and again when the journal tells that
// a setting changed.
import { useEffect } from 'react'
import { useClient, useDesk } from '../stores/desk.ts'

/** Several changes in one go, as an import of settings makes them, are asked for once. */
const gatherMs = 200

export function useOfficeNews(): void {
  const { office, views } = useDesk()
  const isLive = useClient(({ link }) => link.kind === 'live')
  const changedAt = useClient(({ settingsAt }) => settingsAt)
  useEffect(() => {
    if (!isLive) return undefined
    const ask = (): void => {
      void office.refresh()
      void views.load()
    }
    if (changedAt === undefined) {
      ask()
      return undefined
    }
    const timer = window.setTimeout(ask, gatherMs)
    return () => window.clearTimeout(timer)
  }, [isLive, changedAt, office, views])
}
