import type { Role } from '../protocol/index.ts'

/** Somebody of the demo shop who can log in. The password exists nowhere else: it is shown once and never logged. */
export type DemoAccount = {
  readonly name: string
  readonly login: string
  readonly role: Role
  readonly password: string
}
