// Chinese words of the parts in ui/. Written for colleagues (你), not translated word by word.
import type { ui as source } from '../en/ui.ts'
import type { Translation } from '../translation.ts'

export const ui = {
  action: {
    close: '关闭',
    dismiss: '知道了',
    cancel: '取消',
    undo: '撤销',
    retry: '重试',
    retryNow: '立即重试',
    copy: '复制',
    discard: '放弃',
    download: '下载',
    remove: '移除{{name}}',
  },
  field: {
    optional: '选填',
    choose: '请选择',
  },
  busy: '处理中',
  loadOf: '{{load}}/{{capacity}}',
  notifications: '通知',
  status: {
    online: '在线',
    busy: '忙碌',
    away: '离开',
    offline: '离线',
  },
  person: {
    withStatus: '{{name}}，{{status}}',
    unnamed: '未留名',
  },
  count: {
    overflow: '{{max}}+',
    unread_other: '{{count}} 条未读',
    fresh_other: '{{count}} 条新消息',
  },
  waiting: {
    hours: '{{clock}} 小时',
    spoken: '已等待{{duration}}',
    spokenNearTarget: '已等待{{duration}}，超过目标的一半',
    spokenPastTarget: '已等待{{duration}}，已超出目标',
  },
  due: {
    late: '超时 {{clock}}',
    first: '首次答复还剩{{duration}}',
    next: '答复还剩{{duration}}',
    firstLate: '首次答复已超时{{duration}}',
    nextLate: '答复已超时{{duration}}',
  },
  connection: {
    connecting: '正在连接前台…',
    offline: '与前台的连接已断开。你写的内容都会保留，恢复后自动发送。',
    retryIn_other: '{{count}} 秒后重试',
    retrying: '正在重试…',
    back: '已重新连接，内容都是最新的。',
    noNetwork: '这台电脑没有网络。你写的内容都会保留，恢复后自动发送。',
    refused: '未连接到前台。',
    reload: '刷新',
  },
  message: {
    sending: '发送中',
    stored: '已发送',
    delivered: '已送达',
    read: '已读',
    failed: '未发出',
    failedKept: '未发出，内容已为你保留。',
    ledger: '送达记录',
    stateAndLedger: '{{state}}，查看送达记录',
    you: '你',
    visitor: '访客',
    note: '内部备注，仅同事可见',
    bot: '机器人',
    edited: '{{at}} 已编辑',
    editedNow: '已编辑',
  },
  quote: {
    answers: '回复',
    earlier: '更早的一条消息',
    recalled: '已撤回的消息',
    remove: '取消引用',
    answer: '引用并回复',
  },
  typing: {
    someone: '{{name}}正在输入',
    preview: '{{name}}正在输入：',
  },
  day: {
    unread: '新消息',
  },
  file: {
    uploading: '上传中，{{percent}}',
    failed: '上传失败，文件仍保留在这里。',
    progress: '{{name}}的上传进度',
    openImage: '查看图片 {{name}}',
    broken: '这张图片无法显示',
  },
  composer: {
    note: '内部备注：只有同事能看到',
  },
  password: {
    show: '显示密码',
    hide: '隐藏密码',
    capsLock: '大写锁定已开启。',
  },
  pane: {
    resize: '调整{{name}}的宽度',
  },
  table: {
    empty: '这里还没有内容',
    sortAscending: '按{{column}}升序排列',
    sortDescending: '按{{column}}降序排列',
  },
} as const satisfies Translation<typeof source>
