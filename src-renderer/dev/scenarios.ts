// The scripted desk's situations, by the name that the dev page's address carries.
import type { AgentView, ClientState } from '#client/client-state.ts'
import {
  EVERYONE,
  NO_AGENT,
  type AgentId,
  type ConversationId,
  type EpochMs,
  type FileRef,
  type Offer,
} from '#protocol'
import { colleagues, visitors } from './scenario-people.ts'
import { playScripts, type Script } from './scenario-script.ts'

const file = (key: string, name: string, bytes: number, width = 0, height = 0): FileRef =>
  ({ key, name, bytes, mime: width > 0 ? 'image/png' : 'application/pdf', width, height }) as unknown as FileRef // plain key

const day = 24 * 60

const usual: readonly Script[] = [
  {
    id: 42,
    visitor: visitors.liLei,
    owner: 1,
    unread: 2,
    lines: [
      [0, day + 92, '你好，我上周买的手冲壶漏水'],
      [1, day + 91, '您好，我是林晓。很抱歉给您添麻烦了，方便拍一张漏水位置的照片吗？'],
      [0, day + 88, '', [file('a1', '壶底.png', 482_000, 1200, 900)]],
      [1, day + 86, '看到了，是底部焊缝的问题。'],
      [1, day + 86, '我给您办理换新还是退款？两种都不用您承担运费。'],
      [0, day + 80, '退款吧'],
      [1, day + 79, '好的，退款已提交，1–3 个工作日原路退回。', [file('a2', '退款凭证-88231.pdf', 84_300)]],
      [0, 4.2, '我的退款什么时候到账？已经一天多了'],
      [0, 3.1, '订单号 88231，网页上还是“处理中” https://shop.example.com/orders/88231'],
    ],
  },
  {
    id: 43,
    visitor: visitors.amy,
    owner: 1,
    unread: 1,
    taken: true,
    lines: [
      [0, 16, 'Hi, is the Kobold hand grinder suitable for espresso? The page says “fine”, but how fine is fine?'],
      [
        1,
        14,
        'Hello Amy, it goes down to about 200 microns, which works for a pressurised basket. For an unpressurised one I would take the Kobold S.',
      ],
      [0, 12, 'Good to know, thanks.'],
      [1, 11, 'You are welcome. Shall I put a Kobold S aside for you? We have three left.'],
      [0, 1.3, 'Yes please, and also the inv'],
    ],
  },
  {
    id: 44,
    visitor: visitors.sofia,
    owner: 1,
    transfer: { from: 2, minutesAgo: 31, note: '批发客户，要 40 套的报价和增值税发票，麻烦你接着跟。' },
    unreadByVisitor: 1,
    lines: [
      [0, 36, 'Hola, do you ship wholesale orders to Spain?'],
      [2, 33, 'Yes, we do. Let me pass you to my colleague who handles wholesale.'],
      [1, 29, 'Hello Sofía, Lin here. For 40 sets I can offer 18 % off, delivered to Valencia in nine days.'],
      [0, 25, 'That sounds good. I will ask my partner.'],
      [1, 24, 'Take your time. The offer stands until Friday.'],
    ],
  },
  {
    id: 45,
    visitor: visitors.unknown,
    owner: 0,
    unread: 2,
    lines: [
      [0, 1.8, '在吗'],
      [0, 1.6, '新疆能发货吗？运费多少'],
    ],
  },
  {
    id: 46,
    visitor: visitors.omar,
    owner: 0,
    unread: 1,
    lines: [[0, 0.4, 'Is anyone there? I cannot log in since this morning.']],
  },
  {
    id: 47,
    visitor: visitors.han,
    owner: 2,
    lines: [
      [0, 9, '我要改收货地址'],
      [2, 7, '可以的，请把新地址发给我。'],
      [0, 0.9, '浙江省杭州市西湖区文三路 478 号'],
    ],
  },
  {
    id: 48,
    visitor: visitors.jonas,
    owner: 3,
    lines: [
      [0, 50, 'How long can I return an opened bag of coffee?'],
      [3, 48, 'Within 30 days, if at least half of it is left.'],
      [0, 47, 'Perfect, thank you.'],
    ],
  },
  {
    id: 30,
    visitor: visitors.wang,
    owner: 1,
    closed: true,
    lines: [
      [0, day * 2, '细口壶 1.2 升的还有货吗？'],
      [1, day * 2 - 2, '有的，今天下单明天发出。'],
      [0, day * 2 - 3, '好的谢谢'],
    ],
  },
  {
    id: 21,
    visitor: visitors.liLei,
    owner: 2,
    closed: true,
    lines: [
      [0, day * 40, '滤纸 02 号和 01 号有什么区别？'],
      [2, day * 40 - 3, '02 号适合 2–4 人份，01 号适合 1–2 人份。'],
    ],
  },
  {
    id: 12,
    visitor: visitors.liLei,
    owner: 1,
    closed: true,
    lines: [
      [0, day * 90, '可以开发票吗？'],
      [1, day * 90 - 2, '可以的，已发到您邮箱。'],
    ],
  },
]

const extreme: readonly Script[] = [
  {
    id: 60,
    visitor: visitors.long,
    owner: 1,
    unread: 100,
    lines: [
      [0, 200, 'W'.repeat(240)],
      [1, 190, '这是一段没有任何空格也没有任何标点的超长中文文本'.repeat(8)],
      [0, 180, `https://shop.example.com/${'a-very-long-address/'.repeat(14)}`],
      [0, 180, `line one\nline two\n\n    indented line four\n${'👩‍👩‍👧‍👦'.repeat(3)} مرحبا بالعالم`],
      [
        0,
        180,
        '',
        [
          file('a3', `${'ein-wirklich-sehr-langer-dateiname-'.repeat(4)}.xlsx`, 9_482_000),
          file('a4', '全景.png', 2_482_000, 4000, 300),
        ],
      ],
      [0, 70, 'Three hours and nobody answers.'],
    ],
  },
  { ...(usual[0] as Script), id: 61 },
  ...Array.from({ length: 140 }, (_, index): Script => ({
    id: 100 + index,
    visitor: {
      ...visitors.wang,
      id: (3000 + index) as never,
      name: index % 3 === 0 ? '' : `${visitors.wang.name} ${index}`,
    },
    owner: index % 4 === 0 ? 0 : 1 + (index % 3),
    unread: index % 5,
    lines: [
      [
        0,
        index * 1.7 + 0.2,
        index % 2 === 0 ? '请问什么时候发货？' : 'When will my order ship, please? I need it before the weekend.',
      ],
    ],
  })),
]

/** Urgent ones, one that a colleague lost, and long names: those who wait longest do not stand first. */
const queue: readonly Script[] = [
  { id: 70, visitor: visitors.liLei, owner: 0, unread: 2, lines: [[0, 6.2, '订单 88231 还没有退款，已经等了很久']] },
  { id: 71, visitor: visitors.amy, owner: 0, unread: 1, priority: 3, lines: [[0, 0.8, 'My card was charged twice.']] },
  {
    id: 72,
    visitor: visitors.long,
    owner: 0,
    unread: 12,
    priority: 9,
    lines: [[0, 1.4, 'The delivery stands in the rain.']],
  },
  { id: 73, visitor: visitors.han, owner: 0, unread: 1, front: true, lines: [[0, 2.5, '刚才的同事怎么不回复了？']] },
  { id: 74, visitor: visitors.unknown, owner: 0, unread: 1, lines: [[0, 0.3, '在吗']] },
]

export type ScenarioName =
  | 'usual'
  | 'empty'
  | 'loading'
  | 'offline'
  | 'refused'
  | 'extreme'
  | 'offers'
  | 'setAway'
  | 'queue'

const setAwayAt = (now: number, agent: AgentView): AgentView => ({
  ...agent,
  status: 'away',
  setAwayAt: (now - 7 * 60_000) as EpochMs,
})

/** One by the router, one by a colleague, and one of mine that a colleague is asked about. */
const offersAt = (now: number, conversations: ClientState['conversations']): readonly Offer[] => {
  const idsOf = (isWanted: (owner: number) => boolean): readonly ConversationId[] =>
    [...conversations.values()]
      .filter(({ summary }) => summary.status === 'open' && isWanted(summary.owner))
      .map(({ summary }) => summary.id)
  const offer = { group: EVERYONE, agent: 1 as AgentId, why: null, from: NO_AGENT, note: '' } as const
  const at = (seconds: number): EpochMs => (now + seconds * 1_000) as EpochMs
  const [waiting] = idsOf((owner) => owner === NO_AGENT)
  const [theirs] = idsOf((owner) => owner > 1)
  const [mine] = idsOf((owner) => owner === 1)
  return [
    ...(waiting ? [{ ...offer, conversation: waiting, until: at(18) }] : []),
    ...(theirs
      ? [
          {
            ...offer,
            conversation: theirs,
            until: at(52),
            from: 2 as AgentId,
            note: 'Knows the order already, asks about the second parcel. I have to leave.',
          },
        ]
      : []),
    ...(mine ? [{ ...offer, conversation: mine, until: at(41), from: 1 as AgentId, agent: 3 as AgentId }] : []),
  ]
}

export function scenarioState(name: ScenarioName, now: number): ClientState {
  const at = now as EpochMs
  const link: ClientState['link'] =
    name === 'loading'
      ? { kind: 'connecting', attempt: 1 }
      : name === 'offline'
        ? { kind: 'waiting', retryAt: (now + 12_000) as EpochMs, attempt: 4, code: undefined }
        : name === 'refused'
          ? { kind: 'refused', code: 'version_unsupported' }
          : { kind: 'live', since: at }
  const scripts =
    name === 'empty' || name === 'loading' ? [] : name === 'extreme' ? extreme : name === 'queue' ? queue : usual
  const conversations = playScripts(scripts, now)
  return {
    link,
    viewer: name === 'loading' ? undefined : { kind: 'agent', id: 1 as never, name: '林晓', role: 'owner' },
    ready: name !== 'loading',
    conversations,
    agents: new Map(
      name === 'loading'
        ? []
        : colleagues.map((agent) => [agent.id, name === 'setAway' && agent.id === 1 ? setAwayAt(now, agent) : agent]),
    ),
    visitorsOnline: new Set([
      visitors.liLei.id,
      visitors.amy.id,
      visitors.unknown.id,
      visitors.omar.id,
      visitors.long.id,
    ]),
    missing: new Set(),
    revisions: [],
    announcement: null,
    visitorPages: new Map(),
    offers: new Map(name === 'offers' ? offersAt(now, conversations).map((offer) => [offer.conversation, offer]) : []),
    outbox:
      name === 'offline' || name === 'extreme'
        ? [...conversations.keys()]
            .filter((id) => id === (name === 'extreme' ? 60 : 42))
            .flatMap((conversation) => [
              {
                cid: 'out-1' as never,
                conversation,
                text: '我帮您查一下',
                files: [],
                createdAt: (now - 40_000) as EpochMs,
                state: 'failed',
                code: 'storage_full',
              },
              {
                cid: 'out-2' as never,
                conversation,
                text: '马上就好',
                files: [],
                createdAt: (now - 2_000) as EpochMs,
                state: 'sending',
                code: undefined,
              },
            ])
        : [],
  }
}
