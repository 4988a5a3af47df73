// What a bot answers to somebody without a script: a person who tries the chat, or a conversation from before a restart.
// Honest about being a bot; clever enough for a demo, no more.
import type { Dice } from '../talk/dice.ts'
import type { Language } from '../talk/scenario.ts'

type Subject = { readonly asks: RegExp; readonly answers: Readonly<Record<Language, readonly string[]>> }

/** Tried in this order. */
const subjects: readonly Subject[] = [
  {
    asks: /发票|抬头|税号|invoice|receipt|vat/iu,
    answers: {
      zh: ['可以开发票，请把抬头和税号发给我，一般第二天发到您的邮箱。'],
      en: [
        'We can invoice that. Please send me the company name and VAT number, the PDF usually arrives the next day.',
      ],
    },
  },
  {
    asks: /退款|退货|退钱|refund|return|money back/iu,
    answers: {
      zh: ['七天内未拆封都可以退，请把订单号发给我，我来登记。', '退款会原路退回，一般一到三个工作日到账。'],
      en: [
        'Unopened goods can be returned within seven days. Which order is it?',
        'Refunds go back to the card you paid with, usually in two to three days.',
      ],
    },
  },
  {
    asks: /碎|坏|裂|破|缺口|broken|damage|crack|chip/iu,
    answers: {
      zh: ['实在抱歉。麻烦拍一张照片发过来，补发或者退款由您选。'],
      en: ['I’m sorry about that. Please send a photo, then you choose between a replacement and a refund.'],
    },
  },
  {
    asks: /物流|快递|发货|单号|到哪|多久到|shipping|deliver|parcel|tracking|order/iu,
    answers: {
      zh: ['请把订单号发给我，我查一下现在到哪里了。', '下午四点前的订单当天发出，一般三天左右到。'],
      en: [
        'Could you send me the order number? I’ll see where it is.',
        'Orders before four in the afternoon leave the same day.',
      ],
    },
  },
  {
    asks: /优惠|折扣|活动|券|便宜|discount|coupon|sale|code|price/iu,
    answers: {
      zh: ['这周满300减40，会员价可以一起用。'],
      en: ['This week there is $5 off from $50, and it works together with the member price.'],
    },
  },
  {
    asks: /泡|水温|冲|煮|brew|steep|temperature|bitter/iu,
    answers: {
      zh: ['绿茶用85度左右的水，乌龙和普洱用沸水，出汤快一点就不苦。'],
      en: ['Green tea likes 85 °C, oolong and pu’er boiling water. Pour a little sooner and it won’t be bitter.'],
    },
  },
  {
    asks: /批发|团购|定制|采购|wholesale|bulk|volume|logo/iu,
    answers: {
      zh: ['团购和定制都可以做，请告诉我数量和需要的时间，我给您报价。'],
      en: ['We do volume orders and logos. Tell me how many and by when, and I’ll make you a quote.'],
    },
  },
  {
    asks: /推荐|送礼|礼物|哪款|什么茶|recommend|gift|which tea|present/iu,
    answers: {
      zh: ['送礼推荐大红袍礼盒，自己日常喝可以看看滇红，香甜耐泡。'],
      en: ['For a gift I’d take the Da Hong Pao box; for every day, Dian Hong is sweet and forgiving.'],
    },
  },
  {
    asks: /谢谢|感谢|多谢|thank|thanks|cheers/iu,
    answers: { zh: ['不客气，有需要随时来。'], en: ['You’re welcome.'] },
  },
  {
    asks: /^(你好|您好|在吗|hi|hello|hey)/iu,
    answers: { zh: ['在的，请问有什么可以帮您？'], en: ['Hello! How can I help?'] },
  },
]

const otherwise: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    '好的，我记下了，核实之后在这里回复您。',
    '明白了，能再说得具体一点吗？比如订单号或者商品名称。',
    '收到，我请同事确认一下。',
  ],
  en: [
    'Noted. I’ll check and answer you here.',
    'I see. Could you tell me a little more, for example the order number?',
    'Got it, let me ask a colleague.',
  ],
}

const introduction: Readonly<Record<Language, string>> = {
  zh: '您好，这里是演示，我是机器人{agent}。想亲自回复这段会话，请用店主的账号登录坐席。',
  en: 'Hello, this is a demo and I am a bot called {agent}. To answer this chat yourself, sign in to the desk as the owner.',
}

export const languageOfText = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en')

export const improviseAnswer = (text: string, language: Language, dice: Dice): string =>
  dice.pick((subjects.find(({ asks }) => asks.test(text))?.answers ?? otherwise)[language])

/** The first thing a stranger hears. {agent} is to be filled in. */
export const introduceBot = (language: Language): string => introduction[language]
