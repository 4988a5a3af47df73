// People who live in both languages and write as they speak.
import { agent, visitor, type Scenario } from '../scenario.ts'

export const mixedLanguage: readonly Scenario[] = [
  {
    topic: 'delivery',
    weight: 4,
    opens: [
      'A>Hi，请问可以寄到海外吗？shipping大概多少钱？',
      'A>你好，我人在{city2}，想寄一份到国外给朋友，express要几天？',
      'T>hello，tracking一直不update，{tracking}，帮我看看谢谢',
      'D>我的order {order}地址填的是dorm，现在搬家了，还能改吗？',
    ],
    turns: [
      agent(
        'a>您好，可以寄的，我帮您看一下。',
        't>您好，稍等，我查一下 {courier} 那边的状态。',
        'dR>您好，可以的，新的地址麻烦发给我。',
      ),
      visitor(
        'r>{street}，{city}，电话没变，thanks',
        'at>thanks，不急',
        'aP>好的，收件人写拼音可以吗？',
        'at>嗯嗯，我等一下要去上课，留言给我就行',
      ),
      agent(
        'p>没问题，姓名用拼音，和护照一致就行，方便清关。',
        'a>国际件一般五到八个工作日，关税我们已经预付，不用您再交。',
        't>状态已经更新了，包裹在清关，预计{arrival}派送。',
        'r>改好了，还没有出库，今天按新地址发。',
      ),
      visitor('a>perfect，那我下单了', '太好了thank you', 'ok收到', 'got it，谢谢啦'),
    ],
  },
  {
    topic: 'advice',
    weight: 3,
    opens: [
      'E>想送我的professor一份茶，老外喝得惯的，budget {budget}左右',
      '请问有没有caffeine低一点的茶？晚上写paper想喝点热的',
      '室友很喜欢oolong，{tea}合适吗？他是beginner',
      'Do you have 小包装？我想先try一下{tea}',
    ],
    turns: [
      agent('您好，有的，请问对方平时喝红茶还是绿茶多？', '您好，可以推荐几款。您喜欢花香还是偏醇厚的？'),
      visitor('应该是红茶吧，加milk的那种', '花香的，light一点', 'not sure，随便什么都喝', '都可以，好看就行 haha'),
      agent(
        'C>那{mild}比较合适，香气高，不加奶也好喝，我放一张英文的冲泡卡。',
        '推荐{tea2}，口感清淡，有20克的小包装，{small}，先试试。',
        'C>试饮装最适合，六款小包，每款都有中英文说明。',
      ),
      visitor('c>英文卡片太贴心了', '好，就要这个，checkout了', 'nice，那我order一份', '谢谢推荐'),
    ],
  },
  {
    topic: 'refund',
    weight: 2,
    opens: [
      'W>sorry我点了两次checkout，被charge了两次，订单{order}',
      'X>我想cancel {order}，还没ship吧？',
      'Y>refund显示processing好几天了，正常吗？',
    ],
    turns: [
      agent('w>您好，我看一下这笔付款，请稍等。', '您好，别着急，我查一下状态。'),
      visitor('ok', '好的thx', 'w>嗯，{sum}那笔'),
      agent(
        'w>查到了，多的那一笔已经退回，信用卡一般三到五个工作日到账。',
        'x>还没发出，已经取消了，{sum}会退回原来的卡，您留意一下statement。',
        'y>正常的，我们这边已经退出，信用卡要等下一个账单日，一般五天左右。',
      ),
      visitor('谢谢，效率好高', 'great，安心了', '好的谢谢你'),
    ],
  },
]
