// The name of the visitor's language, in the reader's.

/** Undefined when the visitor's locale does not tell. */
export function languageName(locale: string, reader: string): string | undefined {
  const primary = /^[a-z]{2,3}/iu.exec(locale)?.[0].toLowerCase()
  if (primary === undefined) return undefined
  return new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(primary)
}
