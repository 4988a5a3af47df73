// Every state a visitor can meet, in both languages, with the texts that break careless layouts.
import type { Announcement, FileKey, FileRef } from '#protocol'
import type { ConversationView, LinkState } from '#client/client-state.ts'
import type { Locale } from '../i18n/locale.ts'
import {
  agent,
  at,
  bot,
  clientState,
  createScript,
  mark,
  outboxMessage,
  system,
  view,
  visitor,
} from '../testing/build-entries.ts'
import { placeScenes } from './place-scenes.ts'
import { ratingScenes } from './rating-scenes.ts'
import { revisionScenes } from './revision-scenes.ts'
import { say, sceneNow, type MakeScene } from './scene.ts'

const minute = 60_000
const day = 24 * 60 * minute
const LI = 1
const AMY = 2

const li = (locale: Locale): string => say(locale, 'Li Lei', '李雷')

const photo = (name: string, width: number, height: number): FileRef => ({
  key: `photo-${width}x${height}` as FileKey,
  name,
  bytes: 482_113,
  mime: 'image/jpeg',
  width,
  height,
})
const document = (name: string, bytes: number): FileRef => ({
  key: 'document' as FileKey,
  name,
  bytes,
  mime: 'application/pdf',
  width: 0,
  height: 0,
})

/** A talk about a teapot that came with a chip, from yesterday to a minute ago. */
const teapot = (locale: Locale, rest: Partial<ConversationView> = {}): ConversationView => {
  const script = createScript()
  const yesterday = sceneNow - day
  script.add('conversation.opened', { author: visitor, at: yesterday }, { visitor: {} as never })
  script.say(
    visitor,
    yesterday,
    say(locale, 'Hi, my teapot arrived with a chip on the spout.', '您好，收到的紫砂壶壶嘴磕了一个口子。'),
  )
  script.say(visitor, yesterday + 9_000, say(locale, 'Order 20261118-0042', '订单号 20261118-0042'), [
    photo('spout.jpg', 1200, 900),
  ])
  script.add(
    'conversation.assigned',
    { author: system, at: yesterday + minute },
    { agent: LI as never, agentName: li(locale), previous: 0 as never, reason: null },
  )
  script.say(
    agent(LI),
    yesterday + 2 * minute,
    say(
      locale,
      'Oh no, I am sorry. We can send a new one today, or refund you. Which do you prefer?',
      '非常抱歉。我们今天可以补发一把新的，也可以为您退款，您看哪种方便？',
    ),
  )
  script.say(visitor, yesterday + 4 * minute, say(locale, 'A new one, please.', '麻烦补发吧。'))
  script.say(
    agent(LI),
    sceneNow - 12 * minute,
    say(
      locale,
      'It left our studio this morning. Track it here: https://tea.example/track/SF1400229',
      '今天上午已经发出，物流在这里：https://tea.example/track/SF1400229',
    ),
  )
  script.say(
    agent(LI),
    sceneNow - 12 * minute + 20_000,
    say(locale, 'The label for sending the old one back is attached, no hurry.', '旧壶的退货单附在下面，不着急寄回。'),
    [document(say(locale, 'return-label.pdf', '退货单.pdf'), 84_210)],
  )
  script.say(visitor, sceneNow - 3 * minute, say(locale, 'Wonderful, thank you 🙏', '太好了，谢谢 🙏'))
  script.say(
    visitor,
    sceneNow - 3 * minute + 4_000,
    say(locale, 'Should I pack it in the same box?', '用原来的盒子装可以吗？'),
  )
  const last = script.entries.at(-1)?.offset ?? 0
  return view(1, script.entries, {
    marks: [mark(1, visitor, last, last), mark(1, agent(LI), last, last - 1)],
    summary: { owner: LI as never, status: 'open' },
    ...rest,
  })
}

const link = (state: LinkState): LinkState => state
const live = (): LinkState => link({ kind: 'live', since: sceneNow })

const talk: MakeScene = (locale) => ({ state: clientState([teapot(locale)], { link: live() }) })

const withLink =
  (state: LinkState): MakeScene =>
  (locale) => ({
    state: clientState([teapot(locale)], {
      link: state,
      outbox: [
        outboxMessage('o1', say(locale, 'And do I need to print the label?', '退货单需要打印出来吗？'), {
          createdAt: sceneNow,
        }),
      ],
    }),
  })

const names: MakeScene = (locale) => {
  const script = createScript()
  const long = say(
    locale,
    'Wolfeschlegelsteinhausenbergerdorff-Montgomery the Third of Customer Happiness',
    '阿卜杜拉·买买提江·吐尔逊·艾合买提·阿不都热西提·库尔班江',
  )
  script.say(
    visitor,
    sceneNow - 9 * minute,
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft https://tea.example/a/very/long/path/that/never/ends/and/goes/on/and/on?query=0123456789012345678901234567890123456789',
  )
  script.add(
    'conversation.assigned',
    { author: system, at: sceneNow - 8 * minute },
    { agent: LI as never, agentName: long, previous: 0 as never, reason: null },
  )
  script.say(
    agent(LI),
    sceneNow - 8 * minute,
    say(locale, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '啊'.repeat(70)),
    [document(`${'a-very-long-file-name-that-somebody-really-used-'.repeat(3)}.final.v2.pdf`, 25 * 1024 * 1024)],
  )
  script.say(visitor, sceneNow - 7 * minute, 'مرحبا، هل يمكنني استبدال الإبريق؟ طلب 42')
  script.say(agent(LI), sceneNow - 6 * minute, 'שלום, כמובן! https://tea.example/החלפה')
  script.say(visitor, sceneNow - 5 * minute, 'Z̸̡̢̧̛̺̙̟̤͕͓̋̐̽͒a̶͔̪̬̮̿̓̀l̶̡̛̰̖͙̓̈́̕g̵̨̛̝̤̹̽̏o̷̧͖̻͙͐̊̈́ ỉ̵̢̛̤̣͋s̷̨̛̖̜̓̽ h̴̢̛̯̖̓e̵̪̘̎̾r̶̰̺̐͝e̷̢̛̖̓ ﷽')
  script.say(agent(LI), sceneNow - 4 * minute, '<script>alert(1)</script> <b>not bold</b> javascript:alert(1)')
  script.say(
    bot(AMY),
    sceneNow - 3 * minute,
    say(locale, 'Line one\n\n  indented line three\nline four', '第一行\n\n  缩进的第三行\n第四行'),
  )
  const chat = view(1, script.entries, { summary: { owner: LI as never }, typing: [agent(LI)] })
  return {
    state: clientState([chat], { link: live() }),
    deskName: say(locale, 'Halfway Hill Tea & Teaware '.repeat(3), '半山茶舍'.repeat(8)),
  }
}

const failures: MakeScene = (locale) => ({
  state: clientState([teapot(locale)], {
    link: live(),
    outbox: [
      outboxMessage(
        'f1',
        say(
          locale,
          'Here is everything about the order, with all pictures and the invoice.',
          '这是订单的全部资料，含图片和发票。',
        ),
        { state: 'failed', code: 'file_unknown', createdAt: sceneNow },
      ),
      outboxMessage('f2', say(locale, 'Second try', '再试一次'), {
        state: 'failed',
        code: undefined,
        createdAt: sceneNow,
      }),
      outboxMessage('f3', say(locale, 'And this one is on its way', '这一条正在路上'), {
        state: 'sending',
        createdAt: sceneNow,
      }),
    ],
  }),
})

const moved: MakeScene = (locale) => {
  const script = createScript()
  const step = (minutesAgo: number) => ({ author: system, at: sceneNow - minutesAgo * minute })
  script.say(visitor, sceneNow - 60 * minute, say(locale, 'Do you ship to Lhasa?', '可以寄到拉萨吗？'))
  script.say(
    bot(9),
    sceneNow - 60 * minute,
    say(
      locale,
      'We ship everywhere in China. A colleague will tell you the days.',
      '全国都可以发货，具体时效由客服为您确认。',
    ),
  )
  script.add('conversation.assigned', step(58), {
    agent: LI as never,
    agentName: li(locale),
    previous: 0 as never,
    reason: null,
  })
  script.say(
    agent(LI),
    sceneNow - 57 * minute,
    say(locale, 'Let me pass you to Amy, who knows.', '我请负责物流的同事来答复您。'),
  )
  script.add('conversation.transferred', step(56), { from: LI as never, to: AMY as never, toName: 'Amy', note: '' })
  script.add('conversation.assigned', step(56), {
    agent: AMY as never,
    agentName: 'Amy',
    previous: LI as never,
    reason: null,
  })
  script.say(agent(AMY), sceneNow - 55 * minute, say(locale, 'Four days by road, two by air.', '陆运四天，空运两天。'))
  script.add('conversation.closed', step(50), { reason: 'resolved' })
  script.add('conversation.reopened', step(20), {})
  script.say(visitor, sceneNow - 20 * minute, say(locale, 'By air then. How much?', '那就空运，多少钱？'))
  script.add('conversation.assigned', step(19), {
    agent: 0 as never,
    agentName: '',
    previous: AMY as never,
    reason: null,
  })
  return {
    state: clientState([view(1, script.entries, { summary: { waitingSince: at(sceneNow - 19 * minute) } })], {
      link: live(),
    }),
  }
}

const longHistory: MakeScene = (locale) => {
  const script = createScript()
  for (let index = 0; index < 60; index += 1)
    script.say(
      index % 3 === 0 ? agent(LI) : visitor,
      sceneNow - (60 - index) * 7 * minute,
      say(locale, `Message number ${index + 1}`, `第 ${index + 1} 条消息`),
    )
  const fresh = script.entries.filter((entry) => entry.author.kind === 'agent').at(-4)?.offset ?? 0
  return {
    state: clientState(
      [
        view(1, script.entries, {
          atStart: false,
          marks: [mark(1, visitor, fresh, fresh)],
          summary: { owner: LI as never },
        }),
      ],
      { link: live() },
    ),
    agentNames: new Map([[LI, li(locale)]]),
  }
}

const unread: MakeScene = (locale) => {
  const chat = teapot(locale)
  return { state: clientState([{ ...chat, marks: [] }], { link: live() }), isOpen: false }
}

const announced: Announcement = {
  zh: '今天 18:00 下班，之后的消息明早回复。',
  en: 'We close at 18:00 today. What you write later is answered tomorrow morning.',
  at: at(sceneNow - minute),
  until: at(sceneNow + 60 * minute),
}

const empty = clientState([], { link: live() })

export const scenes = {
  closed: () => ({ state: empty, isOpen: false }),
  unread,
  greeting: () => ({ state: empty }),
  panelLoading: () => ({ state: empty, panel: 'loading' }),
  panelMissing: () => ({ state: empty, panel: 'missing' }),
  talk,
  typing: (locale) => ({ state: clientState([teapot(locale, { typing: [agent(LI)] })], { link: live() }) }),
  writing: (locale) => ({
    ...talk(locale),
    draft: say(
      locale,
      'I would also like to order:\n\n· two cups, celadon\n· a tea towel\n· 50 g Longjing',
      '我还想再买：\n\n· 青瓷杯两只\n· 茶巾一条\n· 龙井 50 克',
    ),
  }),
  uploads: (locale) => ({
    ...talk(locale),
    draft: say(locale, 'Photos of the box', '包装盒的照片'),
    uploads: [
      { kind: 'done', name: 'box.jpg', bytes: 1_204_000, ref: photo('box.jpg', 800, 800) },
      {
        kind: 'running',
        name: say(locale, 'unboxing-in-the-kitchen-of-my-grandmother.mov', '在外婆家厨房里拍的开箱视频.mov'),
        bytes: 18_400_000,
        share: 0.42,
      },
      { kind: 'failed', name: 'invoice.pdf', bytes: 96_000, code: 'upload_interrupted' },
      { kind: 'failed', name: 'everything.zip', bytes: 99_000_000, code: 'file_too_large' },
    ],
  }),
  failures,
  waiting: withLink(link({ kind: 'waiting', retryAt: at(sceneNow + 8_400), attempt: 3, code: undefined })),
  offline: withLink(link({ kind: 'offline' })),
  refused: withLink(link({ kind: 'refused', code: 'origin_forbidden' })),
  connecting: () => ({
    state: clientState([], { ready: false, link: { kind: 'connecting', attempt: 0 } }),
    isKnown: true,
  }),
  unreachable: () => ({
    state: clientState([], {
      ready: false,
      link: { kind: 'waiting', retryAt: at(sceneNow + 4_200), attempt: 2, code: undefined },
    }),
    isKnown: true,
  }),
  announced: (locale) => ({ state: clientState([teapot(locale)], { link: live(), announcement: announced }) }),
  announcedAtLength: (locale) => ({
    state: clientState([teapot(locale)], {
      link: live(),
      announcement: {
        ...announced,
        zh: '今天我们盘点库存，'.repeat(22),
        en: 'We are counting our stock today. '.repeat(6),
      },
    }),
  }),
  ...placeScenes,
  ...revisionScenes,
  ...ratingScenes,
  moved,
  names,
  longHistory,
  page: (locale) => ({ ...talk(locale), options: { mode: 'page' } }),
  pageGreeting: () => ({ state: empty, options: { mode: 'page' } }),
  brand: (locale) => ({ ...talk(locale), options: { brand: '#ffd54a', position: 'left' } }),
} satisfies Readonly<Record<string, MakeScene>>

export type SceneName = keyof typeof scenes
export const isSceneName = (name: string): name is SceneName => Object.hasOwn(scenes, name)
