// Chinese words of what is offered to an agent. Written for colleagues (你), not translated word by word.
import type { deskOffers as source } from '../en/desk-offers.ts'
import type { Translation } from '../translation.ts'

export const deskOffers = {
  label: '派给你的会话',
  announced: '{{name}}的会话派给你，等你答复。',
  somebody: '一位访客',
  aColleague: '一位同事',
  asks: '{{name}}想请你接手',
  fromQueue: '来自队列',
  look: '先看看，不接受',
  reason: '不接的原因（可不填）',
  accept: '接受',
  decline: '婉拒',
  news: {
    accepted: '{{name}}接手了{{visitor}}的会话',
    declined: '{{name}}暂时接不了',
    noAnswer: '{{name}}没有答复',
    unable: '{{name}}已不在岗位',
    kept: '{{visitor}}的会话仍由你接待。',
    passed: '{{visitor}}的会话已转问下一位',
    taken: '{{visitor}}的会话已由同事接待',
    withdrawn: '{{name}}收回了关于{{visitor}}的询问',
  },
} as const satisfies Translation<typeof source>
