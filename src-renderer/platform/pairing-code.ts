// Whether what a person typed can be the six digits of a pairing, however they wrote them. What they are worth is the desk's affair.

export const isPairingCode = (typed: string): boolean =>
  /^\d{6}$/u.test(typed.normalize('NFKC').replaceAll(/[\s\-–·]/gu, ''))

/** In two groups, as people read digits to each other. */
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`
