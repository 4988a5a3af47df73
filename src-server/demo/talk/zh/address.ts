import { agent, visitor, type Scenario } from '../scenario.ts'

export const address: readonly Scenario[] = [
  {
    topic: 'address',
    weight: 6,
    opens: [
      'A>地址填错了，还能改吗？订单{order}',
      'B>麻烦改一下收货地址，改到{city}{street}',
      'BP>收货电话换了，能帮我改成{phone}吗',
      'B>刚下单忘了写门牌号，{street}，帮忙备注一下',
      'R>我出差了，包裹能转寄到{city2}吗？已经发货了',
      'B>收件人写成我自己了，应该是{name}收',
    ],
    turns: [
      agent(
        'bW>我看一下有没有发货，请稍等。',
        'aQ>好的，请把完整的地址和电话发给我。',
        'aQ>还没出库，可以改。新地址是哪里？',
        'rX>我看一下现在走到哪了，新的地址也麻烦发我。',
      ),
      visitor(
        'q>{city}{street}，{name}，{phone}',
        'q>省市不变，就改成{street}',
        'q>改到{street}，电话{phone}，其他不变',
        'w>好，麻烦了',
        'w>嗯，应该还没发吧',
        'x>{city2}{street}，收件人{name}',
      ),
      agent(
        'qK>核对一下：{city}{street}，{name}，{phone}，对吗？',
        'wqS>已经改好了，您刷新订单看一下。',
        'xL>包裹已经在路上了，我联系{courier}申请改派，可能会晚一天，您看可以吗？',
      ),
      visitor('k>对的，谢谢', 's>看到了，没错', 'l>晚一天没关系', 'k>是的，辛苦'),
      agent(
        'l>好的，改派成功了，新的预计到达时间是{arrival}。',
        'ks>没问题，已经同步给仓库了。',
        'p>改好了，发货后会有短信发到新号码。',
      ),
    ],
  },
]
