// Calling an engine that may live on another thread: one typed surface, a local and a worker's way behind it.

export type RemoteApi<Api> = {
  /** Rejects with a StorageError for a fault of the disk or the thread, with any other error for a bug. */
  call<Name extends keyof Api & string>(name: Name, ...args: ArgumentsOf<Api[Name]>): Promise<AnswerOf<Api[Name]>>
  close(): Promise<void>
}

type ArgumentsOf<Call> = Call extends (...args: infer Args) => unknown ? Args : never
type AnswerOf<Call> = Call extends (...args: never[]) => infer Answer ? Answer : never

export type Engine<Api, Ready = undefined> = {
  readonly api: Api
  /** What a starter wants to know at once. */
  readonly ready: Ready
  close(): void
}
