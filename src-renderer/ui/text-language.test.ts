import { describe, expect, it } from 'vitest'
import { textLanguage } from './text-language.ts'

describe('the language of a text', () => {
  it.each([
    ['我的“退款”什么时候到账', 'zh-CN'],
    ['order 订单 SF-20418', 'zh-CN'],
    ['注文はいつ届きますか', 'ja'],
    ['주문 確認', 'ko'],
    ['don’t', ''],
    ['', ''],
  ])('[look] %s is %s', (text, language) => {
    expect(textLanguage(text)).toBe(language)
  })
})
