// Requests that wait for their reply on the current connection.
import {
  fail,
  limits,
  ok,
  type ClientFrame,
  type ClientFrameOf,
  type ErrorCode,
  type RequestId,
  type Result,
  type ServerFrameOf,
} from '#protocol'
import type { Cancel } from './environment.ts'

type RequestFrame = Extract<ClientFrame, { readonly rid: RequestId }>
type RequestType = RequestFrame['type']
type RequestOf<Type extends RequestType> = Omit<ClientFrameOf<Type>, 'rid'>
/** Whatever is not a question is answered by `done`. */
type ReplyType<Type extends RequestType> = Type extends 'history' | 'list' ? Type : 'done'
export type ReplyOf<Type extends RequestType> = ServerFrameOf<ReplyType<Type>>
type Reply = ServerFrameOf<'history' | 'list' | 'done'>

type Waiting = { readonly settle: (result: Result<Reply>) => void; readonly cancelTimeout: Cancel }
type Sender = {
  after(delayMs: number, task: () => void): Cancel
  send(frame: RequestFrame): boolean
}

export class Requests {
  readonly #sender: Sender
  readonly #waiting = new Map<RequestId, Waiting>()
  #lastRid = 0

  constructor(sender: Sender) {
    this.#sender = sender
  }

  /** `no_answer` when there is no connection, it breaks, or nothing comes within limits.requestTimeoutMs. */
  ask<Type extends RequestType>(request: RequestOf<Type>): Promise<Result<ReplyOf<Type>>> {
    this.#lastRid += 1
    const rid = this.#lastRid as RequestId
    // A request's type decides its reply's type: the server answers a rid with nothing else.
    const frame = { ...request, rid } as unknown as RequestFrame
    if (!this.#sender.send(frame)) return Promise.resolve(fail('no_answer'))
    return new Promise((resolve) => {
      const cancelTimeout = this.#sender.after(limits.requestTimeoutMs, () => this.#settle(rid, fail('no_answer')))
      this.#waiting.set(rid, { settle: resolve as (result: Result<Reply>) => void, cancelTimeout })
    })
  }

  replied(reply: Reply): void {
    this.#settle(reply.rid, ok(reply))
  }

  failed(rid: RequestId, code: ErrorCode): void {
    this.#settle(rid, fail(code))
  }

  /** The connection is gone, and with it all answers. */
  disconnected(): void {
    for (const rid of this.#waiting.keys()) this.#settle(rid, fail('no_answer'))
  }

  #settle(rid: RequestId, result: Result<Reply>): void {
    const waiting = this.#waiting.get(rid)
    if (!waiting) return
    this.#waiting.delete(rid)
    waiting.cancelTimeout()
    waiting.settle(result)
  }
}
