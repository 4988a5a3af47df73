import { expect, it } from 'vitest'
import { formatBytes } from './format-bytes.ts'

it('says sizes in the unit a person would use', () => {
  expect(formatBytes(0, 'en')).toBe('0 B')
  expect(formatBytes(1023, 'en')).toBe('1,023 B')
  expect(formatBytes(20_480, 'zh')).toBe('20 KB')
  expect(formatBytes(25 * 1024 * 1024, 'en')).toBe('25 MB')
  expect(formatBytes(1_600_000, 'zh')).toBe('1.5 MB')
})
