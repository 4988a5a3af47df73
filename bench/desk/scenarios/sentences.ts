// What people write to a shop, in both languages: few words in many orders, with a number now and then, as real talk has it.

const subjects = [
  'my order',
  'the parcel',
  'the teapot',
  'the blue cup',
  'the invoice',
  'this voucher',
  'the lid',
  'your shop',
]
const verbs = [
  'has not arrived',
  'came broken',
  'is too small',
  'was sent twice',
  'is missing',
  'does not work',
  'is wonderful',
]
const wishes = [
  'Could you look?',
  'What now?',
  'I would like my money back.',
  'Please send another one.',
  'Thank you for your help.',
]
const things = ['我的订单', '快递', '茶壶', '蓝色的杯子', '发票', '优惠券', '盖子', '退款']
const states = ['还没有到', '到的时候碎了', '尺码太小', '寄了两次', '不见了', '不能用', '非常好']
const asks = ['请帮我看一下。', '怎么办？', '我想退款。', '请再寄一个。', '谢谢您的帮助。']

const NUMBER_EVERY = 3
const of = (words: readonly string[], index: number): string => words[index % words.length] ?? ''

/** The same for the same index; two neighbours have little in common. */
export const sentence = (index: number): string => {
  const turn = Math.imul(index, 2_654_435_761) >>> 8
  const number = turn % NUMBER_EVERY === 0 ? ` ${100_000 + (turn % 900_000)}` : ''
  return index % 2 === 0
    ? `Hello, ${of(subjects, turn)}${number} ${of(verbs, turn >>> 4)}. ${of(wishes, turn >>> 8)}`
    : `您好，${of(things, turn)}${number}${of(states, turn >>> 4)}，${of(asks, turn >>> 8)}`
}

/** What people look for: a common word, two words, a rare number, in both languages. */
export const searches = [
  'invoice',
  '退款',
  'blue cup',
  '发票 不见了',
  'voucher',
  '茶壶',
  'parcel twice',
  '优惠券',
] as const
