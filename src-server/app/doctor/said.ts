import type { BilingualText } from '../start/bilingual-text.ts'

/** What a finding says, and what to do where something has to be done. */
export type Said = readonly [says: BilingualText, advice?: BilingualText]
