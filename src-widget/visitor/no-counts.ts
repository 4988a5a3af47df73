// On a visitor's page nobody asks how often the connection was mended: the build of the widget puts this in the place of the
// client library's counts.
import type { ClientCounts } from '#client/client-counts.ts'

class NoCounts {
  count(): void {}
  all(): undefined {}
}

/** `VisitorClient` has no diagnostics, so nothing asks for all of them. */
const stand = NoCounts as unknown as typeof ClientCounts

export { stand as ClientCounts }
