// The quick replies of the scripted desk, remembered until the page is left.
import { EVERYONE, fail, NO_AGENT, type AgentId, type ReplyId } from '#protocol'
import type { NewQuickReply, QuickReplyRow } from '#protocol/reply-schemas.ts'
import type { ApiResult } from '../platform/api-result.ts'
import type { RepliesApi } from '../platform/replies-api.ts'

type Answer = <T>(value: T) => Promise<ApiResult<T>>

const row = (id: number, owner: number, title: string, rest: Partial<QuickReplyRow>): QuickReplyRow => ({
  id: id as ReplyId,
  version: 'v0',
  owner: owner as AgentId,
  title,
  shortcut: '',
  folder: '',
  text: '',
  group: EVERYONE,
  file: null,
  ...rest,
})

const first: readonly QuickReplyRow[] = [
  row(1, 0, '退款说明', {
    shortcut: 'tk',
    folder: '售后',
    text: '{{访客姓名}}您好，订单 {{订单号}} 的退款会在 3 个工作日内原路退回，请您留意账户变动。',
  }),
  row(2, 0, '重复下单', { folder: '售后', text: '您好，我们看到有两笔相同的订单，需要为您取消其中一笔吗？' }),
  row(3, 0, 'Welcome', {
    folder: 'Greetings',
    text: 'Hello {{visitor.name}}, this is {{agent.name}}. How can I help?',
  }),
  row(4, 0, 'Refund policy', {
    shortcut: 'refund',
    folder: 'After sales',
    text: 'You can return anything within 30 days. Your order {{order}} is still covered until {{last day}}.',
  }),
  row(5, 1, 'Back in a minute', { text: 'One moment please, I am looking this up for you.' }),
]

export function createFakeReplies(answer: Answer): RepliesApi {
  let rows = first
  let saves = 0
  const saved = (wish: Omit<NewQuickReply, 'shared'>, id: ReplyId, owner: AgentId): QuickReplyRow => ({
    ...wish,
    id,
    owner,
    file: null,
    version: `v${(saves += 1)}`,
  })
  return {
    changes: () => answer({ fresh: true, replies: [...rows], gone: [], cursor: '', more: false }),
    add: ({ shared, ...wish }) => {
      const id = (Math.max(0, ...rows.map((each) => each.id)) + 1) as ReplyId
      const added = saved(wish, id, shared ? NO_AGENT : (1 as AgentId))
      rows = [...rows, added]
      return answer(added)
    },
    change: async (id, version, wish) => {
      const before = rows.find((each) => each.id === id && each.version === version)
      if (!before) return fail('setting_conflict')
      const changed = saved(wish, id, before.owner)
      rows = rows.map((each) => (each.id === id ? changed : each))
      return answer(changed)
    },
    remove: (id) => {
      rows = rows.filter((each) => each.id !== id)
      return answer(undefined)
    },
    import: (replies) => answer({ added: replies.length, known: 0, refused: [] }),
  }
}
