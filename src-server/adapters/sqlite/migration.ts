/** What a migration may use of the database: it runs inside the one transaction that brings a database up to date. */
export type MigrationDb = {
  exec(sql: string): unknown
  prepare(sql: string): {
    run(...values: readonly unknown[]): unknown
    get(...values: readonly unknown[]): unknown
    all(...values: readonly unknown[]): readonly unknown[]
  }
}

export type Migration = {
  /** Becomes PRAGMA user_version. Spaced by ten, so that a fix for an old release finds a number between. */
  readonly version: number
  readonly up: (db: MigrationDb) => void
}
