// The visitor's address behind trusted proxies, and the key that limits count by.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import proxyAddr from 'proxy-addr'

export type AddressOf = (request: IncomingMessage) => string

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu
const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address

/** Believes X-Forwarded-For only as far as trusted proxies wrote it. */
export const createAddressOf = (trustedProxies: readonly string[]): AddressOf => {
  if (trustedProxies.length === 0) return (request) => plain(request.socket.remoteAddress ?? '')
  const trusts = proxyAddr.compile([...trustedProxies])
  return (request) => {
    const claimed = plain(proxyAddr(request, trusts))
    // A proxy passes on what a stranger wrote; what is no address names nobody.
    return isIP(claimed) > 0 ? claimed : plain(request.socket.remoteAddress ?? '')
  }
}

const IPV6_GROUPS = 8
const NETWORK_GROUPS = 4

/** IPv4 as it is; of IPv6 the /64 that one customer gets, else one person would be 2^64 addresses. */
export const rateKeyOf = (address: string): string => {
  if (isIP(address) !== 6) return address
  const [bare = ''] = address.split('%')
  const [head = '', tail] = bare.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - left.length - right.length)
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

const forwardingHeaders = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'] as const

const LOOPBACK_HOST = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::\d+)?$/iu

/**
 * Really from this computer: not a proxy on this computer that speaks for somebody else, and not a page from elsewhere whose
 * name was made to point here, which a browser takes for one of ours.
 */
export const isFromThisComputer = (request: IncomingMessage): boolean => {
  const address = plain(request.socket.remoteAddress ?? '')
  const isLoopback = address === '::1' || address.startsWith('127.')
  const { host } = request.headers
  const isMeant = host === undefined || LOOPBACK_HOST.test(host)
  return isLoopback && isMeant && forwardingHeaders.every((name) => request.headers[name] === undefined)
}
