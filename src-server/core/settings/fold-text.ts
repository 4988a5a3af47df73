// When two texts that people typed are the same to us.

const tidy = (text: string): string => text.trim().replaceAll(/\s+/gu, ' ')

/** Full and half width, case and spacing do not make another sentence. */
export const foldText = (text: string): string => tidy(text.normalize('NFKC')).toLowerCase()

/** As it is stored: what was typed, with single spaces. */
export const tidyText = (text: string): string => tidy(text.normalize('NFC'))
