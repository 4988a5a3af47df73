import { agent, aside, visitor, type Scenario } from '../scenario.ts'

export const wholesale: readonly Scenario[] = [
  {
    topic: 'wholesale',
    weight: 4,
    opens: [
      'A>你好，我们公司想订{quantity}份茶礼盒，年会用，有优惠吗？',
      'B>批发{tea}怎么拿价？一次大概{quantity}斤',
      'B>我在{city}开茶馆，想长期从你们这里拿货',
      'C>请问可以定制logo吗？{quantity}套{ware}',
      'F>中秋客户礼，{quantity}份，预算每份{unit}左右，有推荐吗',
      'B>酒店客房用茶包，月用量不小，找谁谈？',
    ],
    turns: [
      agent(
        'aQ>可以的，{quantity}份属于团购价，请问什么时候要用？需要定制吗？',
        'fQ>有的，这个预算可以配两款茶，礼盒也体面。什么时候要用？需要定制吗？',
        'bW>欢迎合作。方便说一下公司名称、用量和到货时间吗？我先给您估个价。',
        'acL>{quantity}份可以做，礼盒上烫金logo十个工作日，不定制的话三天内发。',
      ),
      visitor(
        'ql>月底前要到，{city}，需要印logo',
        'w>{company}，先订{quantity}份看看品质',
        'q>不用定制，包装好看一点就行',
        'wM>长期的话能不能月结？',
        'qwlS>能先寄样品吗？',
      ),
      agent(
        'sY>样品可以先寄，两款各一份，样品费{small}，下单后抵扣。',
        'D>按{quantity}份算，单价可以做到标价的八五折，含税含运费到{city}。',
        'mG>长期客户可以月结，首单预付三成，签个简单的协议就行。',
        'E>我把报价单做成表格发到您邮箱，{email}对吗？',
      ),
      visitor(
        'dX>八五折还能再低点吗，我们量不小的',
        'y>可以，先寄样品吧，地址{city}{street}',
        'e>邮箱对的，发过来我给领导看看',
        'g>协议发我看看',
      ),
      agent(
        'x>两百份以上可以再让三个点，这个要跟店长确认一下。',
        'y>样品今天寄出，{arrival}到，您喝了再定。',
        'e>已经发了，有效期到月底，有问题您直接找我。',
        'g>好的，合同模板和资质一起发给您。',
      ),
      aside(
        visitor('包装有现成的图片吗？', '礼盒能混搭吗，一半{tea}一半{tea2}'),
        agent('有的，三款礼盒的实拍图我一起发邮箱。', '可以混搭，同一款礼盒里放两种茶是最受欢迎的。'),
      ),
      visitor('好的，我看完回复你', '行，那我等邮件', '合作愉快'),
    ],
    notes: [
      'af>团购{quantity}份，{company}，要折扣，需要店长定价。',
      'b>{city}的客户想长期拿货，谈月结，客户意向比较强。',
      'c>定制logo的单子，月底前到货，麻烦接着跟。',
    ],
  },
]
