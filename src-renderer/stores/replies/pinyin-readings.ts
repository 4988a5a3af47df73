// How Chinese characters are read: every reading of each, without tones. Loaded once, when it is first needed.

export type Readings = ReadonlyMap<string, readonly string[]>

/** Until they are there, and where they cannot be had: Chinese is found by its characters alone. */
export const noReadings: Readings = new Map()

function readingsOf(dictionary: Readonly<Record<string, string>>): Readings {
  const readings = new Map<string, string[]>()
  for (const [syllable, characters] of Object.entries(dictionary))
    for (const character of characters) {
      const known = readings.get(character)
      if (!known) readings.set(character, [syllable])
      else if (!known.includes(syllable)) known.push(syllable)
    }
  return readings
}

let loading: Promise<Readings> | undefined

export const loadReadings = (): Promise<Readings> => {
  loading ??= import('pinyin-match/src/simplified_dict.js').then(
    ({ dict }) => readingsOf(dict),
    () => {
      // A window that lost its server while it loaded: asked again next time.
      loading = undefined
      return noReadings
    },
  )
  return loading
}
