// The client's link as the bar above the work: words and a countdown for trouble, nothing while all is well.
import type { LinkState } from '#client/client-state.ts'
import { useEffect, useState } from 'react'
import { useClient, useDesk } from '../stores/desk.ts'
import { useErrorText } from '../stores/error-text.ts'
import { useNow } from '../stores/now-store.ts'
import { ConnectionBar, type ConnectionView } from '../ui/connection-bar.tsx'

/** A start or a short blink shorter than this shows no bar: it would be gone before it is read. */
const patienceMs = 600
/** Long enough to read "connected again", short enough not to linger. */
const backForMs = 4_000

export function ConnectionStrip() {
  const link = useClient((state) => state.link)
  const calm = useCalm(link)
  const isBack = useJustBack(link)
  if (link.kind === 'refused') return <Refused code={link.code} />
  if (link.kind === 'offline') return <ConnectionBar connection={{ kind: 'noNetwork' }} />
  if (link.kind === 'waiting') return <Waiting link={link} />
  const view: ConnectionView =
    link.kind === 'live' ? { kind: isBack ? 'back' : 'connected' } : { kind: calm ? 'connected' : 'connecting' }
  return <ConnectionBar connection={view} />
}

function Waiting({ link }: Readonly<{ link: Extract<LinkState, { kind: 'waiting' }> }>) {
  const { client } = useDesk().session
  const now = useNow()
  const retryInSeconds = Math.max(0, Math.ceil((link.retryAt - now) / 1000))
  return <ConnectionBar connection={{ kind: 'offline', retryInSeconds, onRetry: () => client.reconnectNow() }} />
}

function Refused({ code }: Pick<Extract<LinkState, { kind: 'refused' }>, 'code'>) {
  const errorText = useErrorText()
  return (
    <ConnectionBar connection={{ kind: 'refused', why: errorText(code), onReload: () => window.location.reload() }} />
  )
}

/** True for a moment after the link began to connect; trouble is never hidden by it, only the usual. */
function useCalm({ kind }: LinkState): boolean {
  const isConnecting = kind === 'idle' || kind === 'connecting' || kind === 'syncing'
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!isConnecting) return undefined
    const timer = window.setTimeout(() => setOver(true), patienceMs)
    return () => {
      window.clearTimeout(timer)
      setOver(false)
    }
  }, [isConnecting])
  return !isOver
}

/** Live again after trouble that was shown. */
function useJustBack({ kind }: LinkState): boolean {
  const [hadTrouble, setTrouble] = useState(false)
  const [isBack, setBack] = useState(false)
  const isTrouble = kind === 'waiting' || kind === 'offline'
  if (isTrouble && !hadTrouble) setTrouble(true)
  if (kind === 'live' && hadTrouble) {
    setTrouble(false)
    setBack(true)
  }
  if (isTrouble && isBack) setBack(false)
  useEffect(() => {
    if (!isBack) return undefined
    const timer = window.setTimeout(() => setBack(false), backForMs)
    return () => window.clearTimeout(timer)
  }, [isBack])
  return isBack
}
