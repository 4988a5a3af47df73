// The most memory a server held while something went on.
import type { ServerUnderTest } from '../server-under-test.ts'

const LOOK_EVERY_MS = 100

/** @returns what `during` did, and the peak of the resident memory meanwhile. */
export const withPeakMemory = async <Made>(
  server: Pick<ServerUnderTest, 'residentMb'>,
  during: () => Promise<Made>,
): Promise<{ readonly made: Made; readonly peakMb: number }> => {
  let peakMb = server.residentMb()
  const looking = setInterval(() => {
    peakMb = Math.max(peakMb, server.residentMb())
  }, LOOK_EVERY_MS)
  try {
    const made = await during()
    return { made, peakMb }
  } finally {
    clearInterval(looking)
  }
}
