// What a hosted server and the process that started it say to each other, over Electron's parentPort or process.send.

export type FromServer =
  | {
      readonly type: 'ready'
      readonly port: number
      /** For this computer. */
      readonly url: string
      /** For other computers on the network; empty when bound to this one only. */
      readonly officeUrls: readonly string[]
      /** Only while no account exists. */
      readonly setupCode: string | null
      readonly version: string
    }
  /** Cannot start until a person changes something (port in use, folder read-only, newer database …). The process exits after it. */
  | { readonly type: 'failed'; readonly code: string; readonly text: { readonly en: string; readonly zh: string } }
  /** The owner account was made: the setup code is used up. */
  | { readonly type: 'setup-done' }
  /** Answer to `who`: people, not connections. */
  | { readonly type: 'connected'; readonly agents: number; readonly visitors: number }
  | { readonly type: 'stopping' }

export type ToServer = { readonly type: 'stop' } | { readonly type: 'who' }
