// Notes that call the scripted desk's agent.
import type { MentionRow } from '#protocol/mention-schemas.ts'

const minute = 60_000

export const fakeMentions = (now: number): MentionRow[] => [
  {
    offset: 900,
    at: now - 4 * minute,
    conversation: 43,
    seq: 3,
    by: 2,
    text: '@林晓 她上个月也问过这台磨豆机，可以给老客户价。',
    visitor: { id: 2, name: 'Amy Johnson' },
  },
  {
    offset: 800,
    at: now - 90 * minute,
    conversation: 44,
    seq: 2,
    by: 3,
    text: 'Wants 40 sets and asks for a quotation with VAT, a very long note that does not end where one would like it to end, because it also says what was promised. @林晓 please have a look before noon; the stock in Hamburg is down to 12 sets and the next container comes in January.',
    visitor: { id: 3, name: 'Sofía Martínez' },
  },
  {
    offset: 700,
    at: now - 26 * 60 * minute,
    conversation: 46,
    seq: 2,
    by: 99,
    text: '@林晓 ?',
    visitor: { id: 9, name: '' },
  },
]
