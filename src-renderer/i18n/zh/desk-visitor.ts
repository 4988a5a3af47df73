// Chinese words of the visitor's panel. Written for colleagues (你), not translated word by word.
import type { deskVisitor as source } from '../en/desk-visitor.ts'
import type { Translation } from '../translation.ts'

export const deskVisitor = {
  close: '收起访客资料',
  online: '正在浏览网站',
  offline: '已离开网站',
  pageNow: '正在浏览',
  pageLast: '最后浏览',
  from: '来源',
  browser: '浏览器',
  device: '设备',
  deviceName: { phone: '手机', tablet: '平板', computer: '电脑', unknown: '未知' },
  unknown: '未知',
  clock: {
    term: '当地时间',
    same: '{{time}}，与你相同',
    ahead: '{{time}}，比你快 {{hours}} 小时',
    behind: '{{time}}，比你慢 {{hours}} 小时',
  },
  language: '语言',
  tags: '标签',
  trail: {
    title: '之前浏览',
    more_other: '还有 {{count}} 页',
  },
  formerColleague: '已离职的同事',
  why: {
    title: '为什么分给此人',
    took: '{{name}}主动接待。',
    replied: '{{name}}最先回复。',
    given: '{{by}}分给了{{name}}。',
    transferred: '{{by}}转接给了{{name}}。',
    routed: {
      least_loaded: '{{name}}当时最有余力。',
      least_share: '{{name}}当时最有余力。',
      two_choices: '预计{{name}}回复最快。',
      fair_turn: '{{name}}等新会话的时间最长。',
      returning: '{{name}}之前接待过这位访客。',
    },
    group: {
      tag: '因标签“{{rule}}”进入“{{group}}”组。',
      intent: '因咨询内容为“{{rule}}”进入“{{group}}”组（把握 {{share}}）。',
      other: '在“{{group}}”组排队。',
    },
    candidates: '当时可接待的同事及其接待量',
    loadOf: '{{load}}/{{capacity}}',
    decisions: '分配记录',
  },
  earlier: {
    title_other: '{{count}} 次历史会话',
    heading: '历史会话',
    none: '这是第一次会话。',
    failed: '加载失败。',
    again: '重试',
    more: '显示更多',
    empty: '没有消息',
    open: '进行中',
    closed: '已结束',
  },
} as const satisfies Translation<typeof source>
