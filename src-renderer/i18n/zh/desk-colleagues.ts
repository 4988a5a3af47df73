// Chinese words about colleagues in the same conversation. Written for colleagues (你), not translated word by word.
import type { deskColleagues as source } from '../en/desk-colleagues.ts'
import type { Translation } from '../translation.ts'

export const deskColleagues = {
  aColleague: '一位同事',
  lock: {
    label: '发送之前',
    writing: '{{name}}正在撰写回复。',
    writingMore_other: '{{name}}和另外 {{count}} 位同事正在撰写回复。',
    answered: '你撰写期间，{{name}}已经回复。',
  },
  company: {
    label: '同在此会话',
    views: '{{name}}在看',
    writes: '{{name}}正在写',
    more: '+{{count}}',
  },
  sendAnyway: '仍然发送',
  keepWriting: '继续修改',
  held: {
    bar_other: '有 {{count}} 条回复暂未发出：同事已先回复。',
    look: '逐条查看',
    title_other: '{{count}} 条回复暂未发出',
    lead: '同事先回复了访客。这些内容都没有发出，会一直保留到你决定为止。',
    theirs: '{{name}}的回复',
    yours: '你写的',
    elsewhere: '会话现由{{name}}接待。',
    open: '打开会话',
    discard: '放弃',
    later: '稍后决定',
    files_other: '{{count}} 个文件',
  },
} as const satisfies Translation<typeof source>
