// `node bench/reply-search.ts`: one key pressed while 10,000 quick replies are searched, as the composer does it. The budget is one
// frame of a screen, 16 ms.
import { EVERYONE, NO_AGENT, type ReplyId } from '#protocol'
import { loadReadings } from '../src-renderer/stores/replies/pinyin-readings.ts'
import { prepareReply, searchReplies, type Reply } from '../src-renderer/stores/replies/reply-search.ts'

const REPLIES = 10_000
const ROUNDS = 30
const SHOWN = 50
const FRAME_MS = 16

const words = ['退款', '发货', '发票', '尺码', '售后', '会员', '物流', '优惠', 'Refund', 'Delivery', 'Invoice', 'Size']
const typed = ['', 't', 'tk', 'tui', 'tuik', 'tuikuan', 'r', 're', 'refund', 'refund 42', '退款', 'zzz', 'wlxx']
const text = '您好，您的订单已经收到，我们会在两个工作日内处理退款，请您耐心等待。Thank you for your patience. '.repeat(
  4,
)

const word = (index: number): string => words[index % words.length] ?? ''
const replyOf = (index: number): Reply => ({
  id: (index + 1) as ReplyId,
  version: 'v',
  owner: NO_AGENT,
  title: `${word(index)}${word(index * 7)} ${word(index * 5)} ${index}`,
  shortcut: '',
  folder: words[index % 7] ?? '',
  text: `${text}${index}`,
  group: EVERYONE,
  file: null,
})
const msOf = (work: () => unknown): number => {
  const startedMs = performance.now()
  work()
  return performance.now() - startedMs
}
const print = (line: string): void => void process.stdout.write(`${line}\n`)

const readings = await loadReadings()
const replies = Array.from({ length: REPLIES }, (_, index) => replyOf(index))
const startedMs = performance.now()
const prepared = replies.map((reply) => prepareReply(reply, readings))
print(`${REPLIES} replies made ready in ${(performance.now() - startedMs).toFixed(0)} ms, once; ${ROUNDS} rounds`)
for (const keys of typed) {
  const times = Array.from({ length: ROUNDS }, () => msOf(() => searchReplies(prepared, keys, () => 0, SHOWN)))
  times.sort((a, b) => a - b)
  const median = times[ROUNDS / 2] ?? 0
  const longest = times.at(-1) ?? 0
  print(
    `${JSON.stringify(keys).padEnd(14)} median ${median.toFixed(2)} ms, longest ${longest.toFixed(2)}${median > FRAME_MS ? ', over the budget' : ''}`,
  )
}
