import { describe, expect, it } from 'vitest'
import { createFormat, durationParts } from './format.ts'

const en = createFormat('en', 'Asia/Shanghai')
const zh = createFormat('zh', 'Asia/Shanghai')
const now = Date.parse('2026-03-04T10:00:00+08:00')
const at = (iso: string): number => Date.parse(`${iso}+08:00`)

describe('format', () => {
  it('[look] clocks count up without jumping in width', () => {
    expect([0, 42_000, 725_000, 3_729_000].map(en.clock)).toEqual(['0:00', '0:42', '12:05', '1:02:09'])
    expect(en.clock(-5)).toBe('0:00')
    expect(en.hoursAndMinutes(3_729_000)).toBe('1:02')
  })

  it('[look] durations are spoken in the two largest units', () => {
    expect(en.spokenDuration(3_725_000)).toBe('1 hour 2 minutes')
    expect(zh.spokenDuration(3_725_000)).toBe('1小时2分钟')
    expect(en.spokenDuration(0)).toBe('0 seconds')
    expect(durationParts(90_000_000)).toEqual([
      [1, 'day'],
      [1, 'hour'],
    ])
  })

  it('[look] a day is named as a person would name it', () => {
    expect(en.day(at('2026-03-04T00:00:00'), now)).toBe('Today')
    expect(zh.day(at('2026-03-03T23:59:00'), now)).toBe('昨天')
    expect(en.day(at('2026-02-01T12:00:00'), now)).toBe('Sunday, February 1')
    expect(zh.day(at('2026-02-01T12:00:00'), now)).toBe('2月1日星期日')
    expect(zh.day(at('2025-12-31T12:00:00'), now)).toBe('2025年12月31日')
  })

  it('[look] a list stamps today with the time and older days with the date', () => {
    expect(en.stamp(at('2026-03-04T09:05:00'), now)).toBe('09:05')
    expect(zh.stamp(at('2026-03-04T09:05:00'), now)).toBe('09:05')
    expect(en.stamp(at('2026-03-03T09:05:00'), now)).toBe('Yesterday')
    expect(zh.stamp(at('2026-02-27T09:05:00'), now)).toBe('2月27日')
    expect(en.stamp(at('2025-02-27T09:05:00'), now)).toBe('Feb 27, 2025')
  })

  it('[look] sizes, counts, shares and distances follow the language', () => {
    expect(en.bytes(1_234_567)).toBe('1.2 MB')
    expect(en.bytes(512)).toBe('512 bytes')
    expect(zh.bytes(48_300_000)).toBe('48 MB')
    expect(en.number(12_345)).toBe('12,345')
    expect(zh.percent(0.456)).toBe('46%')
    expect(en.ago(now - 180_000, now)).toBe('3 minutes ago')
    expect(zh.ago(now - 7_200_000, now)).toBe('2小时前')
    expect([en.ago(now - 47_000, now), zh.ago(now, now)]).toEqual(['now', '现在'])
    expect(en.ago(now + 12_000, now), 'a moment after a clock that ticks by the minute').toBe('now')
    expect(zh.list(['李雷', '韩梅梅', 'Amy'])).toBe('李雷、韩梅梅和Amy')
  })
})
