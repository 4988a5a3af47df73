/** Secrets the server made for itself on its first start, kept in the database: they move with a backup. */
export type SecretStore = {
  /** Makes it from the given bytes on the first call, returns the stored one ever after. */
  visitorTokenKey(): Promise<Uint8Array>
}
