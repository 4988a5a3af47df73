// The HTTP side, loaded when the first request comes or when the start's rush is over: a WebSocket that comes back after a
// restart must not wait for a web framework.
import type { RequestHandler } from './http-listener.ts'
import type { HttpSideParts, HttpSide } from './create-http-side.ts'

export type LateHttpSide = {
  /** The handler; asking for it loads it. */
  handler(): Promise<RequestHandler>
  close(): Promise<void>
}

/** Most clients are back by then; the first page's visitor should not wait either. */
const LOAD_AFTER_MS = 400

export const createLateHttpSide = (parts: HttpSideParts): LateHttpSide => {
  let loading: Promise<HttpSide> | undefined
  const load = async (): Promise<HttpSide> => {
    const { createHttpSide } = await import('./create-http-side.ts')
    return createHttpSide(parts)
  }
  const side = async (): Promise<HttpSide> => (loading ??= load())
  const cancel = parts.clock.after(LOAD_AFTER_MS, () => void side())
  return {
    handler: async () => (await side()).handle,
    close: async () => {
      cancel()
      await (await loading)?.close()
    },
  }
}
