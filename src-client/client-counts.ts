// What went wrong on this client and was mended or dropped, counted since start.
import type { ClientDiagnostics } from './client-state.ts'

export class ClientCounts {
  readonly #counts: { -readonly [Name in keyof ClientDiagnostics]: number } = {
    connections: 0,
    framesReceived: 0,
    badFrames: 0,
    duplicateEntries: 0,
    gaps: 0,
    silentGaps: 0,
    resets: 0,
    httpSends: 0,
    storageRowsSkipped: 0,
    storageFailures: 0,
  }

  count(what: keyof ClientDiagnostics): void {
    this.#counts[what] += 1
  }

  all(): ClientDiagnostics {
    return { ...this.#counts }
  }
}
