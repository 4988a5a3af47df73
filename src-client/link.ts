// The link machine with a real socket and timer: one connection after another. Frames go out to the handlers in order;
// what they mean is not its business, save the few that steer the connection.
import { encodeClientFrame, SUBPROTOCOL, type ClientFrame, type ServerFrame } from '#protocol'
import type { LinkState } from './client-state.ts'
import type { Cancel, ClientEnvironment, ClientSocket } from './environment.ts'
import { createFrameReader, type FrameReader } from './frame-reader.ts'
import { hasSocket, idleLink, stepLink, wakeAtMs, type LinkEffect, type LinkEvent } from './link-machine.ts'

export type LinkHandlers = {
  /** The socket is open: the first frame has to be said. */
  hello(): ClientFrame
  /** Something that the server has to answer, to see whether it is still there. */
  probe(): ClientFrame
  frame(frame: ServerFrame): void
  /** An undecodable frame cost the connection. */
  badFrame(): void
  changed(state: LinkState): void
}

export type LinkShell = {
  state(): LinkState
  /** Number of the newest connection, from 1. */
  connection(): number
  dispatch(event: LinkEvent): void
  /** @returns false when there is no connection that could take it. */
  send(frame: ClientFrame): boolean
}

/** Normal closure; servers and proxies need no reason. */
const NORMAL_CLOSE = 1000

export const createLink = (environment: ClientEnvironment, url: string, handlers: LinkHandlers): LinkShell => {
  let link = idleLink
  let connection = 0
  let socket: ClientSocket | undefined
  let reader: FrameReader | undefined
  let timer: { readonly at: number; readonly cancel: Cancel } | undefined
  let cancelOnline: Cancel | undefined

  const release = (): void => {
    reader?.stop()
    reader = undefined
    socket = undefined
  }

  const open = (): void => {
    connection += 1
    const current = connection
    /** A dropped socket may still talk. */
    const isCurrent = (): boolean => current === connection && reader !== undefined
    const frames = createFrameReader(environment.inflate, {
      frame: received,
      broken: () => {
        if (!isCurrent()) return
        handlers.badFrame()
        drop()
        dispatch({ type: 'closed', code: 1002 })
      },
    })
    reader = frames
    socket = environment.openSocket(url, SUBPROTOCOL, {
      opened: () => {
        if (isCurrent()) send(handlers.hello())
      },
      received: (bytes) => {
        if (!isCurrent()) return
        dispatch({ type: 'heard' })
        frames.read(bytes)
      },
      closed: (code) => {
        if (!isCurrent()) return
        release()
        dispatch({ type: 'closed', code })
      },
    })
  }

  const drop = (): void => {
    const dropped = socket
    release()
    dropped?.close(NORMAL_CLOSE, '')
  }

  const send = (frame: ClientFrame): boolean => {
    if (!socket || !hasSocket(link)) return false
    socket.send(encodeClientFrame(frame))
    return true
  }

  const received = (frame: ServerFrame): void => {
    if (frame.type === 'welcome') dispatch({ type: 'welcomed' })
    if (frame.type === 'bye') dispatch({ type: 'bye', code: frame.code, retryAfterMs: frame.retryAfterMs })
    handlers.frame(frame)
    // After the handlers, so that whoever sees `live` sees the state that the server meant with it.
    if (frame.type === 'live') dispatch({ type: 'live' })
  }

  const run = (effect: LinkEffect): void => {
    switch (effect) {
      case 'open':
        return open()
      case 'drop':
        return drop()
      case 'probe':
        send(handlers.probe())
        return
      default:
        return effect satisfies never
    }
  }

  /** A timer that is early only ticks in vain; so it is not moved at each frame. */
  const arm = (): void => {
    const due = wakeAtMs(link)
    if (timer && (due === undefined || due < timer.at)) {
      timer.cancel()
      timer = undefined
    }
    if (due === undefined || timer) return
    const cancel = environment.after(Math.max(0, due - environment.now()), () => {
      timer = undefined
      dispatch({ type: 'tick' })
    })
    timer = { at: due, cancel }
  }

  const dispatch = (event: LinkEvent): void => {
    if (event.type === 'start' && !cancelOnline)
      cancelOnline = environment.onOnlineChanged(() => dispatch({ type: 'online-changed' }))
    if (event.type === 'stop') {
      cancelOnline?.()
      cancelOnline = undefined
    }
    const before = link.state
    const world = { now: environment.now(), online: environment.isOnline(), fraction: environment.fraction() }
    const step = stepLink(link, event, world)
    link = step.link
    for (const effect of step.effects) run(effect)
    arm()
    if (link.state !== before) handlers.changed(link.state)
  }

  return { state: () => link.state, connection: () => connection, dispatch, send }
}
