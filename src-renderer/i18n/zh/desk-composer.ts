// Chinese words of the composer. Written for colleagues (你), not translated word by word.
import type { deskComposer as source } from '../en/desk-composer.ts'
import type { Translation } from '../translation.ts'

export const deskComposer = {
  reply: '回复{{name}}',
  send: '发送',
  attach: '添加文件',
  replies: '快捷回复',
  emoji: '表情',
  drop: '松开即可添加文件',
  files: { uploading: '文件上传中', failed: '请重试或移除失败的文件' },
  refused: '{{name}}：{{why}}',
  hint: { enter: 'Enter 发送，Shift Enter 换行', 'mod-enter': 'Ctrl Enter 发送' },
  takes: '回复即接待此会话',
  reopens: '回复即重新打开会话',
  left_other: '还可输入 {{shown}} 字',
  tooLong_other: '超出 {{shown}} 字',
  edit: {
    message: '正在编辑消息',
    note: '正在编辑备注',
    until: '{{at}} 前可保存',
    late: '已超过可修改时间，原内容保持不变。',
    hint: { enter: 'Enter 保存', 'mod-enter': 'Ctrl Enter 保存' },
    empty: '如需收回，请使用撤回',
    cancel: '取消',
    save: '保存',
    asNew: '转为新消息',
    asNote: '转为新备注',
  },
  aColleague: '一位同事',
  owned: {
    agent: '会话由{{name}}接待。需要你来回复时，请让{{name}}转接给你。',
  },
} as const satisfies Translation<typeof source>
