/** The only source of randomness, so that a simulation can be replayed from its seed. */
export type Random = {
  /** Cryptographically strong in production. */
  bytes(count: number): Uint8Array
  /** In [0, 1). For jitter and tie-breaks, never for secrets. */
  fraction(): number
}
