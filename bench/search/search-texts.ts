// Messages for the bench of the search, with words whose frequency is known: so that a question can be as hard as it can get.

const subjects = ['我的快递', '茶壶', '蓝色的杯子', '发票', '优惠券', '盖子', '包装', '礼盒', '客服', '地址']
const states = ['还没有到', '到的时候碎了', '尺码太小了', '寄了两次', '找不到了', '不能用', '非常好', '颜色不对']
const asks = ['请帮我看一下', '怎么办呢', '什么时候能处理', '请再寄一个', '谢谢您的帮助', '可以换一个吗']
const things = [
  'the parcel',
  'my teapot',
  'the blue cup',
  'this invoice',
  'a voucher',
  'the lid',
  'your shop',
  'the gift box',
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
const wishes = ['could you look', 'what now', 'send me another one', 'thank you for your help', 'when will it be done']

const TEN = 10
const RARE_EVERY = 100_000
const NUMBER_EVERY = 4

const hash = (index: number): number => Math.imul(index ^ (index >>> 15), 0x85eb_ca6b) >>> 4
const of = (words: readonly string[], turn: number): string => words[turn % words.length] ?? ''

/**
 * 订单 and "refund" in a tenth of all messages each, 您好 and "hello" in half; 左边 in a tenth and 右边 in another, never together;
 * 上门 and 门口 in a tenth each, never as 上门口; 琥珀 once in a hundred thousand.
 */
export const textAt = (index: number): string => {
  const turn = hash(index)
  const tenth = hash(index + 1) % TEN
  const number = turn % NUMBER_EVERY === 0 ? ` ${2_026_000_000 + (turn % 9_000_000)}` : ''
  const rare = index % RARE_EVERY === 0 ? '琥珀' : ''
  if (hash(index + 3) % 2 === 0) {
    const word = tenth < 2 ? 'refund for ' : ''
    return `Hello, ${word}${of(things, turn)}${number} ${of(verbs, turn >>> 4)}, ${of(wishes, turn >>> 8)}. ${rare}`
  }
  const word = ['订单', '订单', '左边', '左边', '右边', '右边', '请上门', '请上门', '在门口', '在门口'][tenth] ?? ''
  return `您好，${of(subjects, turn)}${number}${of(states, turn >>> 4)}，${word}${of(asks, turn >>> 8)}。${rare}`
}
