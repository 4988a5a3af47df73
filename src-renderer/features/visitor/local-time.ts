// What the clock shows where the visitor is, by the time zone that their browser names: nobody is asked where on earth they are.

/** Milliseconds that a zone's clock is ahead of UTC at a moment; undefined for what no zone is called. */
export function zoneOffsetMs(zone: string, at: number): number | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const [, sign = '+', hours = '0', minutes = '0'] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
    const offsetMs = (Number(hours) * 60 + Number(minutes)) * 60_000
    return sign === '-' ? -offsetMs : offsetMs
  } catch {
    // A stranger's script named it.
    return undefined
  }
}

/** Hours that they are ahead of a clock with that offset; negative: behind. */
export const hoursAhead = (theirsMs: number, oursMs: number): number => (theirsMs - oursMs) / 3_600_000
