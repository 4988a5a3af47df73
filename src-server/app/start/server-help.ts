// The text of `frontdesk help`, made from the option table so that it cannot drift from what is understood.
import type { BilingualText, Language } from './bilingual-text.ts'
import { optionNames, serverOptions } from './server-options.ts'

const commands: readonly (readonly [command: string, BilingualText])[] = [
  ['serve', { en: 'Run the server (the default command).', zh: '运行服务（默认命令）。' }],
  [
    'backup FILE',
    {
      en: 'Write database and files into one .tar, also while the server runs.',
      zh: '把数据库和文件备份成一个 .tar，运行中也可以。',
    },
  ],
  [
    'restore FILE',
    {
      en: 'Put a backup into the data folder of a stopped server. The database that was there is kept beside it.',
      zh: '把备份恢复到数据文件夹（服务须已停止）。原来的数据库会保留在旁边。',
    },
  ],
  [
    'create-owner --login NAME',
    { en: 'Make another owner account, from the terminal.', zh: '在终端里新建一个所有者账号。' },
  ],
  [
    'doctor [--json] [--no-load] [--load-seconds N]',
    {
      en: 'Check this machine: files, disk, space, port, clock; and how many visitors it can serve (20 seconds).',
      zh: '检查这台机器：文件数、磁盘、空间、端口、时钟，并实测能同时接待多少访客（20 秒）。',
    },
  ],
  ['version', { en: 'Print the version.', zh: '显示版本。' }],
  ['help', { en: 'Print this page.', zh: '显示本页。' }],
]

const headings = {
  usage: { en: 'Usage: frontdesk [COMMAND] [OPTIONS]', zh: '用法：frontdesk [命令] [选项]' },
  commands: { en: 'Commands', zh: '命令' },
  options: { en: 'Options', zh: '选项' },
  footer: {
    en: 'Each option is also an environment variable: --max-conn is FRONTDESK_MAX_CONN. Options win.',
    zh: '每个选项也可以用环境变量设置：--max-conn 对应 FRONTDESK_MAX_CONN，以选项为准。',
  },
} as const satisfies Record<string, BilingualText>

const COLUMN = 26
const line = (left: string, right: string): string =>
  left.length < COLUMN ? `  ${left.padEnd(COLUMN)}${right}` : `  ${left}\n  ${' '.repeat(COLUMN)}${right}`

export const helpText = (language: Language): string =>
  [
    headings.usage[language],
    '',
    headings.commands[language],
    ...commands.map(([command, text]) => line(command, text[language])),
    '',
    headings.options[language],
    ...optionNames.map((name) =>
      line(`--${name} ${serverOptions[name].placeholder}`.trimEnd(), serverOptions[name].help[language]),
    ),
    '',
    headings.footer[language],
  ].join('\n')
