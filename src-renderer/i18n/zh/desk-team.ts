// Chinese words of the team page. Written for colleagues (你), not translated word by word.
import type { deskTeam as source } from '../en/desk-team.ts'
import type { Translation } from '../translation.ts'

export const deskTeam = {
  title: '团队',
  nobody: '现在没有同事在线接待。',
  lead_other: '{{shown}} 位同事在线接待。',
  loading: '正在了解谁在岗…',
  you: '你',
  column: { name: '姓名', status: '状态', role: '角色', load: '接待中' },
  role: { owner: '所有者', admin: '管理员', agent: '坐席' },
} as const satisfies Translation<typeof source>
