// Chinese words of announcements.
import type { deskAnnouncement as en } from '../en/desk-announcement.ts'
import type { Translation } from '../translation.ts'

export const deskAnnouncement = {
  title: '公告',
  lead: '发给所有在线的人：访客在聊天窗口看到，同事在工作区上方看到。结束之前，后来的人也会看到。',
  dismiss: '知道了',
  until: '至 {{time}}',
  now: '正在显示',
  withdraw: '撤回',
  next: '新公告',
  nextHint: '发布后会替换当前公告。',
  zh: '中文内容',
  en: '英文内容',
  one: '填写一种语言即可，所有人都会看到已填写的内容。',
  end: '结束时间',
  endHint: '以本机时间为准，最长 14 天。',
  endMissing: '请填写结束时间。',
  preview: '显示效果',
  nothing: '填写内容后，这里会显示效果。',
  publish: '发布',
  published: '已发布',
  withdrawn: '已撤回',
  changed: '有同事刚刚发布了公告。请先查看，如仍需要再发布。',
  tooLong_other: '超出 {{count}} 个字',
} as const satisfies Translation<typeof en>
