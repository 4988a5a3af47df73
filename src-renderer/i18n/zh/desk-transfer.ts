// Chinese words of the transfer dialog. Written for colleagues (你), not translated word by word.
import type { deskTransfer as source } from '../en/desk-transfer.ts'
import type { Translation } from '../translation.ts'

export const deskTransfer = {
  title: '转接{{name}}',
  search: '查找同事或技能组',
  colleagues: '同事和技能组',
  load: '{{load}}/{{capacity}}',
  none: '没有找到这位同事或技能组。',
  note: '备注',
  noteHint: '只有同事能看到。',
  noteTooLong_other: '超出 {{count}} 字',
  cancel: '取消',
  group: '技能组',
  online_other: '{{count}} 人在线',
  choose: '请选择转接对象',
  to: '转接给{{name}}',
  ask: '询问{{name}}',
  how: '方式',
  howName: { ask: '先询问对方', now: '直接转接' },
  howHint: { ask: '对方同意之前，会话留在原处。', now: '会话立即归对方接待。' },
  absent: '{{name}}现在不在，无法询问。可以转给技能组，由空闲的同事接待。',
  absentOrNow: '{{name}}现在不在，无法询问。可以转给技能组，或直接转接。',
} as const satisfies Translation<typeof source>
