// Blocks over REST: made and taken back by colleagues, each within what their role may. The core judges once more where it is stored.
import { fail, isWellFormedText, limits, ok, type EpochMs, type VisitorId } from '../../protocol/index.ts'
import type { Block } from '../../protocol/block-schemas.ts'
import { mayDo } from '../../protocol/permissions.ts'
import type { Answer, VisitorBlocksDesk } from '../../adapters/http/http-services.ts'
import { isBlockKey, visitorBlockKey, visitorOfBlock, type StoredBlock } from '../../core/settings/block.ts'
import { tidyText } from '../../core/settings/fold-text.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal } from '../../ports/journal.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import { networkOf, parseAddress } from '../accounts/address-hash.ts'
import type { BlockList, KeyedBlock } from '../gateway/block-list.ts'
import { createTurns } from './setting-slot.ts'

type Terms = { readonly forMs: number | null; readonly reason: string }
type Subject = { readonly key: string; readonly network: string }

/** SPEC D10.23 to D10.25, D9.28. */
export const createVisitorBlocks = (parts: {
  readonly journal: Pick<Journal, 'commit'>
  readonly visitors: Pick<VisitorStore, 'profile'>
  readonly clock: Clock
  readonly blocks: BlockList
  readonly colleaguesAt: (place: string) => number
}): VisitorBlocksDesk => {
  const { journal, visitors, clock, blocks, colleaguesAt } = parts
  const turns = createTurns()
  const leads = ({ account }: AgentIdentity): boolean => mayDo(account.role, 'blocks.lead')

  const show = async ({ key, ...block }: KeyedBlock): Promise<Block> => {
    const visitor = visitorOfBlock(key)
    const profile = visitor === 0 ? undefined : await visitors.profile(visitor)
    return { key, visitor, name: profile?.name ?? '', ...block }
  }

  const store = async (actor: AgentIdentity, subjects: readonly Subject[], terms: Terms): Promise<Answer<void>> => {
    if (!isWellFormedText(terms.reason)) return fail('text_malformed')
    const added = subjects.filter(({ key }) => blocks.find(key) === undefined)
    if (added.length > 0 && blocks.all().length + added.length > limits.maxBlocks) return fail('too_many_settings')
    const at = clock.now()
    const until = terms.forMs === null ? null : ((at + terms.forMs) as EpochMs)
    for (const { key, network } of subjects) {
      const value: StoredBlock = { by: actor.account.id, at, until, reason: tidyText(terms.reason), network }
      const stored = await journal.commit({
        type: 'setting',
        actor: { kind: 'agent', id: actor.account.id },
        key,
        value,
      })
      if (!stored.ok) return stored
    }
    return ok(undefined)
  }

  const fromWhere = (id: VisitorId) => {
    const place = blocks.addresses.placeOf(id)
    if (place === undefined) return null
    const others = blocks.addresses.othersAt(place, id)
    return { network: networkOf(place), others, colleagues: colleaguesAt(place) }
  }

  const of = async (reader: AgentIdentity, id: VisitorId) => {
    const place = blocks.addresses.placeOf(id)
    const own = blocks.find(visitorBlockKey(id))
    const theirs = place === undefined ? undefined : blocks.find(blocks.keyOfPlace(place))
    return {
      visitor: own ? await show(own) : null,
      address: theirs ? await show(theirs) : null,
      from: leads(reader) ? fromWhere(id) : null,
    }
  }

  return {
    of,
    blockVisitor: (actor, id, { of: what, ...terms }) =>
      turns(async () => {
        const isSmall = what === 'visitor' && terms.forMs !== null && terms.forMs <= limits.maxAgentBlockMs
        if (!isSmall && !leads(actor)) return fail('forbidden')
        if (!(await visitors.profile(id))) return fail('not_found')
        const place = blocks.addresses.placeOf(id)
        if (what !== 'visitor' && place === undefined) return fail('address_unknown')
        const stored = await store(
          actor,
          [
            ...(what === 'visitor' || place === undefined
              ? []
              : [{ key: blocks.keyOfPlace(place), network: networkOf(place) }]),
            ...(what === 'address' ? [] : [{ key: visitorBlockKey(id), network: '' }]),
          ],
          terms,
        )
        return stored.ok ? ok(await of(actor, id)) : stored
      }),
    blockAddress: (actor, { address, ...terms }) =>
      turns(async () => {
        const place = parseAddress(address)
        if (!place.ok) return place
        const key = blocks.keyOfPlace(place.value)
        const stored = await store(actor, [{ key, network: networkOf(place.value) }], terms)
        const block = blocks.find(key)
        return stored.ok && block ? ok(await show(block)) : stored.ok ? fail('storage_failed') : stored
      }),
    unblock: (actor, key) =>
      turns(async () => {
        if (!isBlockKey(key) || !blocks.find(key)) return fail('not_found')
        const author = { kind: 'agent', id: actor.account.id } as const
        const stored = await journal.commit({ type: 'setting', actor: author, key, value: null })
        return stored.ok ? ok(undefined) : stored
      }),
    page: async (skip) => {
      const all = blocks.all()
      const shown = await Promise.all(all.slice(skip, skip + limits.blocksPerPage).map(show))
      return { blocks: shown, total: all.length }
    },
  }
}
