// What a person reads once the server runs: where everything is, and what to do first.
import { arePagesBuilt } from '../../app/http/page-folders.ts'
import type { RunningServer } from '../../app/start/running-server.ts'
import type { ServerConfig } from '../../app/start/server-config.ts'
import type { DemoAccount } from '../../demo/demo-account.ts'
import { tell } from './terminal.ts'

type Line = readonly [en: string, zh: string, value: string]

/** An owner beside those of the demo, who can then give everybody a new password. */
export const demoOwnerCommand = (dataDir: string): string => `frontdesk create-owner --login owner --data "${dataDir}"`

export const greet = (server: RunningServer, config: ServerConfig, accounts: readonly DemoAccount[] = []): void => {
  const { url, officeUrls, setupCode } = server
  const lines: Line[] = [['Desk', '坐席', `${url}/desk/`]]
  if (setupCode !== undefined) {
    lines.push(['First start, make the owner account', '首次启动，请创建所有者账号', `${url}/desk/#setup=${setupCode}`])
    lines.push(['Setup code', '安装码', setupCode])
  } else lines.push(['Admin', '管理', `${url}/desk/#/settings/people`])
  if (config.demoPages) lines.push(['Demo shop', '演示商店', `${url}/demo`])
  lines.push(['Chat page', '访客聊天页', `${url}/chat`])
  for (const office of officeUrls) lines.push(['For colleagues', '同事请访问', `${office}/desk/`])
  for (const { login, password } of accounts) lines.push(['Demo account', '演示账号', `${login}  ${password}`])
  if (config.demo && accounts.length === 0)
    lines.push(['Lost the demo passwords', '忘了演示密码', demoOwnerCommand(config.dataDir)])
  lines.push(['Data', '数据', config.dataDir])
  if (!arePagesBuilt())
    lines.push([
      'The pages are not built, these addresses are empty until',
      '页面还没有构建，请先运行',
      'npm run build',
    ])
  const isHidden = officeUrls.length === 0 && config.publicUrl === undefined
  const text = (column: 0 | 1): string => lines.map((line) => `  ${line[column]}  ${line[2]}`).join('\n')
  tell({
    en: `\nFrontdesk ${server.version}\n${text(0)}${isHidden ? '\n  Only this computer can reach it; --host 0.0.0.0 opens it to the network.' : ''}\n`,
    zh: `\nFrontdesk 前台 ${server.version}\n${text(1)}${isHidden ? '\n  目前只有本机能访问；加上 --host 0.0.0.0 可向网络开放。' : ''}\n`,
  })
}
