// What an afternoon at a tea shop's desk looks like: the conversations behind every screenshot, in both languages.
import { agentWrites, visitorWrites, type WrittenVisitor } from './desk-api.ts'

type Talk = {
  readonly visitor: WrittenVisitor
  /** The visitor's lines; then the agent's answer, if there is one. */
  readonly says: readonly string[]
  readonly answer?: readonly string[]
}

const page = (title: string, path: string, referrer = ''): NonNullable<WrittenVisitor['page']> => ({
  url: `https://tea.example${path}`,
  title,
  referrer,
})

export const talks: readonly Talk[] = [
  {
    visitor: { name: 'Clara Meyer', locale: 'en', tags: ['wholesale'], page: page('Wholesale', '/wholesale') },
    says: ['Do you ship 20 kg of Longjing to Rotterdam?'],
    answer: ['We do, by air in six to eight days. I will send you the price list this afternoon.'],
  },
  {
    visitor: { name: '陈晨', locale: 'zh-CN', tags: ['会员'], page: page('我的订单', '/orders') },
    says: ['积分可以抵运费吗？'],
    answer: ['可以的，100 积分抵 1 元，结算时勾选就行。'],
  },
  {
    visitor: { name: '', locale: 'en', page: page('Teaware', '/#ware', 'https://duckduckgo.com/') },
    says: ['Is the clay of the red teapot safe for the dishwasher?'],
    answer: ['Better by hand: hot water, no soap. The clay keeps the taste of what it is washed with.'],
  },
  {
    visitor: { name: '李雷', locale: 'zh-CN', tags: ['VIP', '退款'], page: page('明前龙井', '/#longjing') },
    says: ['我的退款什么时候到账？订单 20260317'],
    answer: ['昨天已经从我们这边退出，银行一般一到三个工作日到账。'],
  },
  {
    visitor: { name: 'Amy Bennett', locale: 'en', page: page('Gift sets', '/#gifts') },
    says: ['Thanks, that worked perfectly.'],
    answer: ['Glad to hear it. Enjoy the tea.'],
  },
]

export const waitingTalks: readonly Talk[] = [
  {
    visitor: { name: '周子涵', locale: 'zh-CN', tags: ['破损'], page: page('我的订单', '/orders') },
    says: ['刚收到盖碗，打开一看盖子碎了'],
  },
  {
    visitor: { name: 'Hugo Larsen', locale: 'en', page: page('Old-tree Pu-erh, 2016', '/#puerh') },
    says: ['Hello, which of the two Pu-erh cakes is older?'],
  },
]

/** Every word in them that is not the desk's own. */
export const wordsOfTheOffice: readonly string[] = [...talks, ...waitingTalks].flatMap(({ visitor, says, answer }) => [
  visitor.name ?? '',
  visitor.page?.title ?? '',
  ...(visitor.tags ?? []),
  ...says,
  ...(answer ?? []),
])

/** Writes them down, the answered ones as the agent's own. Whoever is online gets what waits. */
export const writeTalks = async (deskUrl: string, agentToken: string, written: readonly Talk[]): Promise<void> => {
  for (const { visitor, says, answer = [] } of written) {
    const conversation = await visitorWrites(deskUrl, visitor, says)
    await agentWrites(deskUrl, agentToken, conversation, answer)
  }
}
