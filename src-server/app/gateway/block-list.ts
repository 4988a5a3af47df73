// Who is blocked now, by visitor and by address, as the journal tells it. Asked for every visitor who comes: two lookups, no disk.
import type { Entry, EpochMs, VisitorId } from '../../protocol/index.ts'
import {
  addressBlockKey,
  BLOCKS,
  isBlockKey,
  isInForce,
  readBlock,
  visitorBlockKey,
  visitorOfBlock,
  type StoredBlock,
} from '../../core/settings/block.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Journal, StoredSetting } from '../../ports/journal.ts'
import type { SecretStore } from '../../ports/secret-store.ts'
import { createAddressHash, placeOf } from '../accounts/address-hash.ts'
import { createVisitorAddresses, type VisitorAddresses } from './visitor-addresses.ts'

export type KeyedBlock = StoredBlock & { readonly key: string }

export type BlockList = {
  /** Notes where a visitor comes from. SPEC D10.23. */
  readonly refuses: (visitor: VisitorId, address: string) => boolean
  /** Whoever is no visitor yet. */
  readonly refusesAddress: (address: string) => boolean
  /** The block that began or changed with this entry. */
  readonly apply: (entry: Entry) => KeyedBlock | undefined
  readonly find: (key: string) => KeyedBlock | undefined
  readonly keyOfPlace: (place: string) => string
  readonly addresses: Pick<VisitorAddresses, 'placeOf' | 'othersAt'>
  /** In force now, newest first. */
  readonly all: () => readonly KeyedBlock[]
}

export const createBlockList = async (parts: {
  readonly journal: Pick<Journal, 'settings'>
  readonly secrets: SecretStore
  readonly clock: Clock
}): Promise<BlockList> => {
  const { journal, secrets, clock } = parts
  const hash = createAddressHash(await secrets.visitorTokenKey())
  const keyOfPlace = (place: string): string => addressBlockKey(hash(place))
  const addresses = createVisitorAddresses(clock)
  /** Oldest first. */
  const blocks = new Map<string, KeyedBlock>()
  let ofAddresses = 0

  const drop = (key: string): void => {
    if (blocks.delete(key) && visitorOfBlock(key) === 0) ofAddresses -= 1
  }

  const put = (key: string, value: unknown): KeyedBlock | undefined => {
    drop(key)
    const stored = readBlock(value)
    if (!stored || !isInForce(stored, clock.now())) return undefined
    const block = { key, ...stored }
    blocks.set(key, block)
    if (visitorOfBlock(key) === 0) ofAddresses += 1
    return block
  }

  const find = (key: string): KeyedBlock | undefined => {
    const block = blocks.get(key)
    if (!block || isInForce(block, clock.now())) return block
    drop(key)
    return undefined
  }

  const refusesPlace = (place: string): boolean => ofAddresses > 0 && find(keyOfPlace(place)) !== undefined

  const load = (stored: readonly StoredSetting[]): void => {
    const atOf = (value: unknown): EpochMs | 0 => readBlock(value)?.at ?? 0
    for (const { key, value } of stored.toSorted((a, b) => atOf(a.value) - atOf(b.value))) put(key, value)
  }
  load(await journal.settings(BLOCKS))

  return {
    refuses(visitor, address) {
      addresses.note(visitor, address)
      return find(visitorBlockKey(visitor)) !== undefined || refusesPlace(placeOf(address))
    },
    refusesAddress: (address) => refusesPlace(placeOf(address)),
    apply: (entry) =>
      entry.kind === 'setting.changed' && isBlockKey(entry.body.key)
        ? put(entry.body.key, entry.body.after)
        : undefined,
    find,
    keyOfPlace,
    addresses,
    all() {
      for (const key of blocks.keys()) find(key)
      return [...blocks.values()].toReversed()
    },
  }
}
