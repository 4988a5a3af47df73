// What visitors of a shop write, from two words to a paragraph, in both languages and mixed: for measuring time, not accuracy.
import type { IntentExamples } from '../../src-server/ports/intent-classifier.ts'

export const visitorSentences: readonly string[] = [
  '在吗',
  '我要退款',
  '快递到哪了',
  '这件衣服有没有大一号的',
  '买的茶叶罐盖子裂了，可以换一个吗',
  '优惠券怎么用不了，提示说已经过期，可是明明写的是月底',
  '昨天下的单一直显示待发货，能不能帮我催一下，周末之前要用',
  '发票抬头写错了，麻烦改成公司名称，税号我等会发给你们，谢谢',
  '请问这款普洱是生茶还是熟茶，适合送长辈吗，有没有带礼盒的，最快什么时候能送到上海',
  '我上周买了两盒龙井，收到的时候外包装被压坏了，里面的罐子也瘪了一块，茶叶倒是没漏，想问问能不能补发一个新的罐子或者退一部分钱',
  'hi',
  'where is my parcel',
  'I want my money back',
  'Can I change the delivery address after ordering?',
  'The voucher you sent me last week is not accepted at the checkout.',
  'My card was charged twice for the same order, could you please look into it?',
  'Do you ship to Norway, and if so how long does it take and who pays the customs duty?',
  'The pot arrived with a crack in the lid; I have photographs of the box and would like a replacement before Friday if possible.',
  'I placed an order on Monday with express shipping but the tracking page has not changed since Tuesday evening, and nobody answers the phone.',
  '这个 gift card 怎么兑换',
  'order 2023118 还没发货',
  'Could you please tell me 这个茶的产地在哪里',
]

/** `count` intents of ten examples, no two alike. */
export const someIntents = (count: number): IntentExamples =>
  Array.from({ length: count }, (_, intent) => ({
    intent: intent + 1,
    examples: Array.from({ length: 10 }, (__, example) => {
      const sentence = visitorSentences[(intent * 10 + example) % visitorSentences.length] ?? ''
      return `${intent} ${example} ${sentence.slice(0, 60)}`
    }),
  }))
