/** What a person reads before any client is there to translate: on a terminal, in a log, in the host's window. */
export type BilingualText = { readonly en: string; readonly zh: string }
export type Language = keyof BilingualText

/** The desktop app says it outright; else the usual order of POSIX: LC_ALL, LC_MESSAGES, LANG. */
export const languageOf = (env: Readonly<Record<string, string | undefined>>): Language =>
  (env['FRONTDESK_LANGUAGE'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '').toLowerCase().startsWith('zh')
    ? 'zh'
    : 'en'
