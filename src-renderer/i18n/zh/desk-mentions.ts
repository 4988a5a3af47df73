// Chinese words of mentions in notes. Written for colleagues (你), not translated word by word.
import type { deskMentions as source } from '../en/desk-mentions.ts'
import type { Translation } from '../translation.ts'

export const deskMentions = {
  title: '提到我的',
  lead: '同事在内部备注中提到了你。只有同事能看到这些备注。',
  empty: '还没有人提到你',
  emptyHint: '在备注中输入 @ 和姓名，即可提醒同事。',
  colleagues: '可提到的同事',
  about: '{{name}}的会话',
  aColleague: '已离职的同事',
  new: '新',
  retry: '重试',
} as const satisfies Translation<typeof source>
