// Under which addresses people reach a server that is bound to something.
import { networkInterfaces } from 'node:os'
import { isIPv6 } from 'node:net'

export type ServerAddresses = {
  /** For this computer, or the public address when there is one. */
  readonly url: string
  /** For programs on this computer, past any proxy. */
  readonly localUrl: string
  /** For other computers on the network; empty when bound to this one only. */
  readonly officeUrls: readonly string[]
}

type Bound = {
  readonly scheme: 'http' | 'https'
  readonly host: string
  readonly port: number
  readonly publicUrl: string | undefined
}

const wildcards: ReadonlySet<string> = new Set(['0.0.0.0', '::', '*'])
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.')

const officeAddresses = (): readonly string[] =>
  Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)

export const addressesOf = ({ scheme, host, port, publicUrl }: Bound): ServerAddresses => {
  const urlOf = (name: string): string => `${scheme}://${isIPv6(name) ? `[${name}]` : name}:${port}`
  const isEverywhere = wildcards.has(host)
  const offices = isEverywhere ? officeAddresses() : isLoopback(host) ? [] : [host]
  const localUrl = urlOf(isEverywhere ? '127.0.0.1' : host)
  return { url: publicUrl ?? localUrl, localUrl, officeUrls: offices.map(urlOf) }
}
