// Addresses as the desk may keep them: a keyed hash to recognise one by, and as much of its network as tells people one from another.
import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'
import { fail, ok, type Result } from '../../protocol/index.ts'
import { rateKeyOf } from '../../adapters/http/client-address.ts'

export type AddressHash = (place: string) => string

const HASH_LENGTH = 32

/** Of what `placeOf` made. With the desk's own key: without it, four billion tries would undo it. */
export const createAddressHash =
  (key: Uint8Array): AddressHash =>
  (place) =>
    createHmac('sha256', key).update(`address v1 ${place}`).digest('hex').slice(0, HASH_LENGTH)

/** What one customer gets: an IPv4 address, of IPv6 the /64. */
export const placeOf = (address: string): string => rateKeyOf(address)

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu

/** As a person types or pastes it. @returns the place of it */
export const parseAddress = (typed: string): Result<string> => {
  const bare = typed.trim().replace(/^\[(.*)\]$/u, '$1')
  const address = MAPPED.exec(bare)?.[1] ?? bare
  return isIP(address) === 0 || address.includes('%') ? fail('address_malformed') : ok(placeOf(address))
}

/** `203.0.113.*`, `2001:db8:1:*`: a neighbourhood, nobody's address. */
export const networkOf = (place: string): string => {
  const separator = place.includes(':') ? ':' : '.'
  return `${place.split(separator).slice(0, 3).join(separator)}${separator}*`
}
