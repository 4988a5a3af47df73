// Quick replies as an office has them, in both languages, with what breaks layouts.
const reply = (title: string, shortcut: string, folder: string, text: string) => ({
  title,
  shortcut,
  folder,
  text,
  group: 0,
  file: null,
})

const shared = [
  reply(
    '退款说明',
    'tk',
    '售后',
    '{{访客姓名}}您好，订单 {{订单号}} 的退款会在 3 个工作日内原路退回，请您留意账户变动。',
  ),
  reply('重复下单', '', '售后', '您好，我们看到有两笔相同的订单，需要为您取消其中一笔吗？'),
  reply('发票抬头', 'fp', '售后', '请您提供发票抬头和税号，我们会在当天开具电子发票。'),
  reply('Welcome', 'hi', 'Greetings', 'Hello {{visitor.name}}, this is {{agent.name}}. How can I help you?'),
  reply(
    'Refund policy',
    'refund',
    'After sales',
    'You can return anything within 30 days.\nYour order {{order}} is still covered until {{last day}}.',
  ),
  reply(
    'A title that is as long as a title may be, because somebody put a sentence there',
    'a-shortcut-of-thirty-letters-x',
    'A folder with a very long name that somebody gave it',
    'Supercalifragilisticexpialidocious'.repeat(8),
  ),
]

const own = [reply('Back in a minute', 'brb', '', 'One moment please, I am looking this up for you.')]

/** What stands on a page without being the desk's own words. */
export const wordsOfReplies: readonly string[] = [...shared, ...own].flatMap(({ title, shortcut, folder, text }) => [
  title,
  shortcut,
  folder,
  text,
])

export const writeReplies = async (deskUrl: string, token: string): Promise<void> => {
  const replies = [
    ...shared.map((each) => ({ shared: true, ...each })),
    ...own.map((each) => ({ shared: false, ...each })),
  ]
  const done = await fetch(`${deskUrl}/api/v1/quick-replies/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ replies }),
  })
  const said = await done.text()
  if (!done.ok || !said.includes('"refused":[]')) throw new Error(`quick replies: ${said}`)
}
