// A server's WebSocket that answers a broken or oversized frame with our own close codes instead of the protocol's.
import { WebSocket } from 'ws'
import type { ErrorCode } from '../../protocol/index.ts'

/** What the receiver found wrong, by the RFC 6455 code that `ws` wants to close with. */
const codeOfFault: ReadonlyMap<number, ErrorCode> = new Map([
  [1002, 'bad_frame'],
  [1003, 'bad_frame'],
  [1007, 'bad_frame'],
  // Too many fragments.
  [1008, 'frame_too_large'],
  [1009, 'frame_too_large'],
])

export class CodedSocket extends WebSocket {
  /** Set by the connection: says `bye` and closes with the code of our table. */
  refuse: ((code: ErrorCode) => void) | undefined

  override close(code?: number, reason?: string | Buffer): void {
    const fault = code === undefined ? undefined : codeOfFault.get(code)
    if (fault && this.refuse && this.readyState === WebSocket.OPEN) this.refuse(fault)
    else super.close(code, reason)
  }
}
