// A few quick replies that every desk needs, to begin with. No words of a screen: texts that become the office's own.
import { EVERYONE } from '#protocol'
import type { NewQuickReply } from '#protocol/reply-schemas.ts'

type Starter = readonly [folder: string, title: string, shortcut: string, text: string]

const english: readonly Starter[] = [
  ['Greetings', 'Welcome', 'hi', 'Hello {{visitor.name}}, this is {{agent.name}}. How can I help you?'],
  ['Greetings', 'One moment', 'moment', 'One moment please, I am looking this up for you.'],
  [
    'Orders',
    'Ask for the order number',
    'order',
    'Could you tell me your order number? It is in the confirmation we sent you.',
  ],
  [
    'Orders',
    'On its way',
    'shipped',
    'Your order {{order}} is on its way. The tracking number is {{tracking number}}.',
  ],
  [
    'Orders',
    'Refund',
    'refund',
    'The refund for order {{order}} is on its way. It takes up to 5 working days to arrive.',
  ],
  ['Goodbyes', 'Goodbye', 'bye', 'You are welcome. If anything else comes up, just write to us here. Have a good day.'],
]

const chinese: readonly Starter[] = [
  ['问候', '欢迎语', 'hy', '{{访客姓名}}您好，我是{{坐席姓名}}，很高兴为您服务，请问有什么可以帮您？'],
  ['问候', '请稍等', 'sd', '请您稍等，我正在为您查询。'],
  ['订单', '询问订单号', 'ddh', '请您提供一下订单号，可以在订单确认信息中找到。'],
  ['订单', '已发货', 'fh', '您的订单 {{订单号}} 已经发出，快递单号是 {{快递单号}}，请您留意查收。'],
  ['订单', '退款说明', 'tk', '订单 {{订单号}} 的退款已经提交，会在 5 个工作日内原路退回，请您留意。'],
  ['结束语', '感谢来访', 'zj', '不客气。如果还有问题，随时在这里联系我们。祝您生活愉快。'],
]

/** In the language of the screen. */
export const startersIn = (language: string): readonly Omit<NewQuickReply, 'shared'>[] =>
  (language.startsWith('zh') ? chinese : english).map(([folder, title, shortcut, text]) => ({
    folder,
    title,
    shortcut,
    text,
    group: EVERYONE,
    file: null,
  }))
