// Sessions for the colleagues that bots play. Their passwords are known to nobody, so the store is asked directly; what an
// earlier process left open is ended first.
import type { AgentId, SessionId } from '../../protocol/index.ts'
import { hashSessionToken, newSessionToken } from '../../app/accounts/session-tokens.ts'
import type { AccountStore } from '../../ports/account-store.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Random } from '../../ports/random.ts'
import { colleagues, type Colleague } from '../colleagues.ts'

export type AgentSeat = {
  readonly id: AgentId
  readonly colleague: Colleague
  readonly token: string
  readonly session: SessionId
}

/** Shown in the list of sessions. */
export const botClientName = 'Frontdesk demo bot'

export const takeSeats = async (
  accounts: AccountStore,
  clock: Clock,
  random: Random,
): Promise<readonly AgentSeat[]> => {
  const seats: AgentSeat[] = []
  for (const { id, login, role, active } of await accounts.accounts()) {
    const colleague = colleagues.find((one) => one.login === login)
    // The owner is the person at the screen.
    if (!colleague || role === 'owner' || !active) continue
    for (const left of await accounts.sessions(id))
      if (left.client === botClientName) await accounts.endSession(id, left.id)
    const token = newSessionToken(random)
    const tokenHash = hashSessionToken(token)
    const at = clock.now()
    const opened = await accounts.openSession({
      agent: id,
      tokenHash,
      at,
      address: '127.0.0.1',
      client: botClientName,
    })
    if (opened !== undefined) seats.push({ id, colleague, token, session: opened.id })
  }
  return seats
}

export const leaveSeats = async (accounts: AccountStore, seats: readonly AgentSeat[]): Promise<void> => {
  for (const { id, session } of seats) await accounts.endSession(id, session)
}
