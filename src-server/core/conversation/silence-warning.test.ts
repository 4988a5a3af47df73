import { expect, it } from 'vitest'
import { silenceWarning } from './silence-warning.ts'

it('[D7.27] the warning speaks the visitor’s language and says how long they have', () => {
  const minutes = (count: number): number => count * 60_000
  expect(silenceWarning('zh-CN', minutes(2))).toContain('将在 2 分钟后结束')
  expect(silenceWarning('zh', minutes(48 * 60))).toContain('2 天')
  for (const [locale, ms, words] of [
    ['en-GB', minutes(1), '1 minute.'],
    ['', minutes(90), '90 minutes.'],
    ['zho', minutes(120), '2 hours.'],
    ['de', minutes(24 * 60), '1 day.'],
  ] as const)
    expect(silenceWarning(locale, ms)).toContain(`ends in ${words}`)
})
