// Chinese words of reading along. Written for colleagues (你), not translated word by word.
import type { deskWatch as source } from '../en/desk-watch.ts'
import type { Translation } from '../translation.ts'

export const deskWatch = {
  label: '旁听',
  watching: '正在旁听',
  lead: '{{name}}在接待，双方都看不到你。',
  dock: '你正在旁听，由{{name}}回复。',
  aColleague: '一位同事',
  whisper: '悄悄话',
  takeOver: '接手',
  stop: '停止旁听',
  whisperTitle: '给{{name}}的悄悄话',
  whisperLead: '同事能在会话里看到，访客看不到。',
  whisperSave: '发送悄悄话',
  takeOverTitle: '从{{name}}手中接手',
  takeOverLead: '接手后由你接待。{{name}}会收到通知，并看到你写的原因。',
  why: '原因',
  cancel: '取消',
  tooLong_other: '超出 {{count}} 字',
  lost: '{{by}}接手了{{visitor}}的会话',
  given: '{{by}}把{{visitor}}的会话给了{{name}}',
  putBack: '{{by}}把{{visitor}}的会话放回了队列',
  mentioned: '{{by}}在{{visitor}}的会话中提到了你',
  whispered: '{{by}}的悄悄话（{{visitor}}）',
} as const satisfies Translation<typeof source>
