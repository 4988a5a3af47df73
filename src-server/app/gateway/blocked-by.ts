// The connections that a new block ends: visitors', never colleagues'.
import type { Audience } from '../../core/delivery/audience.ts'
import { visitorOfBlock } from '../../core/settings/block.ts'
import { networkOf, placeOf } from '../accounts/address-hash.ts'
import type { BlockList, KeyedBlock } from './block-list.ts'
import type { GatewayMember } from './gateway-member.ts'

export const blockedBy = (
  { key, network }: KeyedBlock,
  {
    audience,
    blocks,
  }: {
    readonly audience: Pick<Audience<GatewayMember>, 'ofVisitor' | 'everyone'>
    readonly blocks: Pick<BlockList, 'keyOfPlace'>
  },
): readonly GatewayMember[] => {
  const visitor = visitorOfBlock(key)
  if (visitor !== 0) return [...audience.ofVisitor(visitor)]
  return [...audience.everyone()].filter(({ identity, address }) => {
    if (identity.kind !== 'visitor') return false
    const place = placeOf(address)
    // Ten thousand hashes would take as long as a hundred messages.
    return networkOf(place) === network && blocks.keyOfPlace(place) === key
  })
}
