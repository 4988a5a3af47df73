import { agent, visitor, type Scenario } from '../scenario.ts'

export const spam: readonly Scenario[] = [
  {
    topic: 'spam',
    weight: 1,
    opens: [
      '老板您好，专业店铺代运营，三个月销量翻倍，详情加微信',
      '您好，低息贷款，无抵押，当天放款，有需要吗',
      '承接各类软文推广、好评晒图，价格优惠',
      '我们是{city}包装厂，茶叶盒子出厂价，量大从优，要不要看看样品',
      '恭喜您成为本期幸运商家，点击链接领取流量扶持',
    ],
    turns: [
      agent('您好，这里是客服窗口，不接受推广，谢谢。', '您好，我们暂时没有这方面的需求。', '不需要，谢谢。'),
      visitor('可以先了解一下嘛，不收费的', '给个联系方式吧老板', '好的打扰了'),
    ],
    close: 'spam',
  },
]
