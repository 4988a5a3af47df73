// Tells the desktop program my status, for its tray, and does what is chosen there.
import { useEffect } from 'react'
import { useAgent, useClient, useDesk, useSelf } from '../stores/desk.ts'

export function useStanding(): void {
  const { platform, actions } = useDesk()
  const { desktop } = platform
  const self = useSelf()
  const chosen = useAgent(self.id)?.status ?? 'online'
  const isLive = useClient(({ link }) => link.kind === 'live')
  useEffect(() => desktop?.setStanding(isLive ? chosen : 'offline'), [desktop, isLive, chosen])
  // Logged out, or gone to another desk.
  useEffect(() => () => desktop?.setStanding('offline'), [desktop])
  useEffect(() => desktop?.onStatusWanted((status) => void actions.setStatus(status)), [desktop, actions])
}
