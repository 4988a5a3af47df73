// Chinese words of a note among colleagues. Written for colleagues (你), not translated word by word.
import type { deskNote as source } from '../en/desk-note.ts'
import type { Translation } from '../translation.ts'

export const deskNote = {
  title: '内部备注',
  lead: '显示在会话中，访客看不到。',
  text: '备注',
  mentionHint: '输入 @ 可提醒同事查看。',
  cancel: '取消',
  save: '添加备注',
  tooLong_other: '超出 {{count}} 字',
} as const satisfies Translation<typeof source>
