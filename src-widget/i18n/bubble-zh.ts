// Chinese words of the first part. Written, not translated: visitors are 您.
import type { BubbleWords } from './bubble-en.ts'

export const bubbleZh = {
  deskName: '在线客服',
  launcher: {
    open: '打开在线客服',
    close: '收起在线客服',
    openWithUnread: (count) => `打开在线客服，${count} 条未读消息`,
  },
  sound: { on: '提示音已开', off: '提示音已关' },
  link: {
    connecting: '连接中…',
    live: '已连接',
    waiting: '重新连接中…',
    offline: '离线',
    refused: '暂不可用',
  },
  part: {
    loading: '加载中…',
    missing: '暂时打不开对话窗口。您写的内容已保存，恢复后会自动打开。',
    reload: '如果等待较久，请刷新页面。',
    tryNow: '立即重试',
  },
} satisfies BubbleWords
