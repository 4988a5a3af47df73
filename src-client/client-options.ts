// What a client is made of.
import type { ClientEnvironment } from './environment.ts'

export type ClientOptions = {
  readonly environment: ClientEnvironment
  /** The desk's HTTP origin, e.g. https://desk.example:8000; the WebSocket's address follows from it. */
  readonly deskUrl: string
  readonly token: string
  readonly scope: 'all' | 'own'
  readonly locale: string
  /** Name and version of the program, for support. */
  readonly app: string
  /** Prefix of everything kept in storage: one identity on one desk. */
  readonly storageKey: string
}
