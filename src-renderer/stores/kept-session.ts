// What is kept of a login between two starts: the token, and who it is for. In the platform's secret box, never in the open.
import type { AgentId, Role } from '#protocol'
import type { LoggedIn } from '#protocol/http-schemas.ts'

export type Self = { readonly id: AgentId; readonly name: string; readonly role: Role }

export type Kept = { readonly token: string; readonly self: Self }

export const keptSession = ({ token, agent }: LoggedIn): Kept => ({
  token,
  self: { id: agent.id as AgentId, name: agent.name, role: agent.role },
})

/** Anything that this version did not write itself is an older version's or damage, and costs one login. */
export function parseKept(stored: string | undefined): Kept | undefined {
  if (stored === undefined) return undefined
  try {
    const { token, self } = JSON.parse(stored) as { token?: unknown; self?: Partial<Self> }
    return typeof token === 'string' && typeof self?.id === 'number' && typeof self.name === 'string'
      ? { token, self: { id: self.id, name: self.name, role: self.role ?? 'agent' } }
      : undefined
  } catch {
    return undefined
  }
}
