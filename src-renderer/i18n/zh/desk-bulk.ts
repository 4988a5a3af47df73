// Chinese words of what is done with many conversations at once. Written for colleagues (你).
import type { deskBulk as source } from '../en/desk-bulk.ts'
import type { Translation } from '../translation.ts'

export const deskBulk = {
  bar: '对选中的会话',
  picked_other: '已选 {{count}} 个',
  progress: '{{done}} / {{total}}',
  working: '进度',
  action: { move: '分配', close: '结束', clear: '取消选择' },
  move: {
    title_other: '移交 {{count}} 个会话',
    to: '移交给{{name}}',
  },
  toast: {
    moved_other: '{{count}} 个会话已移交给{{name}}',
    closing_other: '正在结束 {{count}} 个会话',
  },
  failed: {
    title_other: '{{count}} 个会话未能处理，保持原状',
    others_other: '其余 {{count}} 个已完成。',
    pick: '选中这些',
    done: '知道了',
    gone: '会话 {{id}}',
  },
} as const satisfies Translation<typeof source>
