/** As long as the hash that keys with it: SHA-256. */
export const SECRET_BYTES = 32

/** Secrets the server made for itself on its first start, kept in the database: they move with a backup. */
export type SecretStore = {
  /** Makes it (SECRET_BYTES long) on the first call, returns the stored one ever after. */
  visitorTokenKey(): Promise<Uint8Array>
}
