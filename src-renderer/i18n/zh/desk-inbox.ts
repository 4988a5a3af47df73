// Chinese words of the inbox. Written for colleagues (你), not translated word by word.
import type { deskInbox as source } from '../en/desk-inbox.ts'
import type { Translation } from '../translation.ts'

export const deskInbox = {
  views: '查看哪些会话',
  view: { mine: '我的', queue: '排队', open: '进行中', closed: '已结束' },
  list: { mine: '我的会话', queue: '排队中的会话', open: '全部进行中的会话', closed: '已结束的会话' },
  queueOrder: '按接待顺序：紧急的在前，其余等得久的在前',
  listFailed: '更多会话未能加载',
  row: {
    you: '你',
    automatic: '自动消息',
    said: '{{who}}：{{line}}',
    draft: '草稿：{{text}}',
    typing: '正在输入…',
    empty: '还没有消息',
    closed: '已结束',
    queued: '已放回队列',
    nowYours: '已归你',
    nowWith: '已由{{name}}接待',
  },
  hint: { words: '来新消息时通知你吗？', allow: '允许', later: '暂时不用' },
  menu: { open: '打开', take: '接待', takeOver: '接手', close: '标记为已解决并结束' },
  empty: {
    mine: '全部处理完了',
    mineHint: '有新会话时会自动分配给你。',
    takeOne: '按 <key/> 从队列中接待一位。',
    take_other: '从 {{count}} 位排队访客中接待一位',
    while: { busy: '你处于忙碌状态，不会收到新会话。', away: '你处于离开状态，不会收到新会话。' },
    goOnline: '切换为在线',
    queue: '没有人在排队',
    queueHint: '只有暂时无人可接待时，访客才会出现在这里。',
    open: '没有进行中的会话',
    openHint: '所有访客都已答复。',
    closed: '还没有已结束的会话',
    closedHint: '结束的会话连同全部内容都会保留在这里。',
  },
} as const satisfies Translation<typeof source>
