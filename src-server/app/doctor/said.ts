import type { BilingualText } from '../start/bilingual-text.ts'

/** Who reads it: in the desktop app there are no flags to change. */
export type SaidWhere = 'terminal' | 'desktop'

/** What a finding says, what to do where something has to be done, and the figure it is all about where there is one. */
export type Said = readonly [says: BilingualText, advice?: BilingualText | undefined, figure?: BilingualText]

/** Words about flags, for those who can type them. */
export const onlyAt = (where: SaidWhere) => (words: string) => (where === 'terminal' ? words : '')
