// "Why her, and why not him", asked of a conversation: what the journal holds, read with the names that things have now.
import { fail, ok } from '../../protocol/index.ts'
import { mayDo } from '../../protocol/permissions.ts'
import type { RoutingDecisions } from '../../adapters/http/http-services.ts'
import { explainDecisions } from '../../core/routing/explain-decisions.ts'
import { foldSettings, initialSettings } from '../../core/routing/routing-settings.ts'
import type { Journal } from '../../ports/journal.ts'

/** SPEC D8.5, D8.6. */
export const createRoutingDecisions = (
  journal: Pick<Journal, 'decisions' | 'settings' | 'agents'>,
): RoutingDecisions => ({
  async of({ account }, conversation) {
    const found = await journal.decisions(conversation)
    if (!found.ok) return found
    const isTheirs = found.value.at(-1)?.owner === account.id
    if (!isTheirs && !mayDo(account.role, 'decisions.read')) return fail('forbidden')
    const [settings, agents] = await Promise.all([journal.settings('routing.'), journal.agents()])
    return ok({
      decisions: explainDecisions(found.value, foldSettings(initialSettings, settings)),
      agents: agents.map(({ id, name, active }) => ({ id, name, active })),
    })
  },
})
