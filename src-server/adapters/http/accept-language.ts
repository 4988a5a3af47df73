// The language of an answer: Chinese when the caller prefers it to English, else English.

export type ErrorLanguage = 'en' | 'zh'

/** Languages of an Accept-Language header, the preferred one first. */
const preferences = (header: string): readonly string[] =>
  header
    .slice(0, MAX_HEADER_LENGTH)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters
        .map((parameter) => /^\s*q=([\d.]+)/u.exec(parameter)?.[1])
        .find((found) => found !== undefined)
      return { tag: tag.toLowerCase(), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)

const MAX_HEADER_LENGTH = 300

export const languageOf = (header: string | undefined): ErrorLanguage =>
  preferences(header ?? '')
    .find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
    ?.startsWith('zh') === true
    ? 'zh'
    : 'en'

const canonical = (tag: string): string | undefined => {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // Looks like a language and is none, such as en-x: a stranger's header is no reason to fail.
    return undefined
  }
}

/** The caller's first language as a tag; empty when they did not say. */
export const localeOf = (header: string | undefined): string => {
  for (const tag of preferences(header ?? '')) {
    const locale = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/u.test(tag) ? canonical(tag) : undefined
    if (locale !== undefined) return locale
  }
  return ''
}
