// File sizes as people say them.
import { formatLocale, wordsOf, type Locale } from '../i18n/words.ts'

const KB = 1024
const MB = 1024 * KB

export const formatBytes = (bytes: number, locale: Locale): string => {
  const { size } = wordsOf(locale)
  const say = (value: number, unit: string, digits: number): string =>
    `${new Intl.NumberFormat(formatLocale(locale), { maximumFractionDigits: digits }).format(value)} ${unit}`
  if (bytes < KB) return say(bytes, size.bytes, 0)
  return bytes < MB ? say(bytes / KB, size.kilobytes, 0) : say(bytes / MB, size.megabytes, 1)
}
