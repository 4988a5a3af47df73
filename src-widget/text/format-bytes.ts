// File sizes as people say them.
import { formatLocale, type Locale } from '../i18n/locale.ts'

export const formatBytes = (bytes: number, locale: Locale): string => {
  const power = bytes < 1024 ? 0 : bytes < 1024 ** 2 ? 1 : 2
  const value = bytes / 1024 ** power
  return `${value.toLocaleString(formatLocale(locale), { maximumFractionDigits: power === 2 ? 1 : 0 })} ${['B', 'KB', 'MB'][power]}`
}
