// The one table of what `frontdesk serve` understands: flag, environment variable, help in both languages, and the check.
import { isIP } from 'node:net'
import type { BilingualText } from './bilingual-text.ts'

export type ServerOption = {
  readonly env: string
  /** Name of the value in the help; empty: the flag stands alone. */
  readonly placeholder: string
  /** May be repeated; in the environment separated by commas or spaces. */
  readonly list?: true
  readonly help: BilingualText
  /** What is wrong with the value, or undefined. */
  readonly check: (value: string) => BilingualText | undefined
}

const anything = (): undefined => undefined
const unless = (fine: boolean, en: string, zh: string): BilingualText | undefined => (fine ? undefined : { en, zh })

const wholeNumber = (min: number, max: number) => (value: string) =>
  unless(
    /^\d{1,9}$/u.test(value) && Number(value) >= min && Number(value) <= max,
    `"${value}" is not a whole number from ${min} to ${max}.`,
    `“${value}”不是 ${min} 到 ${max} 之间的整数。`,
  )

const oneOf =
  (...words: readonly string[]) =>
  (value: string) =>
    unless(
      words.includes(value),
      `"${value}" is none of ${words.join(', ')}.`,
      `“${value}”不在可选值之内：${words.join('、')}。`,
    )

const onOff = oneOf('on', 'off', '1', '0', 'true', 'false', 'yes', 'no')

const originOf = (text: string): string | undefined => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isBare =
    url !== undefined && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  return isBare && ['http:', 'https:'].includes(url.protocol) ? url.origin : undefined
}

const origin = (value: string) =>
  unless(
    originOf(value) !== undefined,
    `"${value}" is not an origin such as https://shop.example (no path).`,
    `“${value}”不是网址来源。要写成 https://shop.example 这样，不带路径。`,
  )

const eachOf = (check: ServerOption['check']) => (value: string) => {
  for (const part of value.split(/[\s,]+/u)) {
    const wrong = part === '' ? undefined : check(part)
    if (wrong) return wrong
  }
  return undefined
}

const namedNetworks = ['loopback', 'linklocal', 'uniquelocal']
const network = (value: string) => {
  const [address = '', bits, ...rest] = value.split('/')
  const version = isIP(address)
  const bitsFine = bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= (version === 6 ? 128 : 32))
  return unless(
    namedNetworks.includes(value) || (version > 0 && bitsFine && rest.length === 0),
    `"${value}" is not an address, a network such as 10.0.0.0/8, or one of ${namedNetworks.join(', ')}.`,
    `“${value}”不是地址，也不是 10.0.0.0/8 这样的网段，也不是 ${namedNetworks.join('、')}。`,
  )
}

const hostName = (value: string) =>
  unless(
    /^[A-Za-z0-9.:_-]{1,253}$/u.test(value),
    `"${value}" is not an address to listen on.`,
    `“${value}”不是可以监听的地址。`,
  )

const table = {
  host: {
    env: 'FRONTDESK_HOST',
    placeholder: 'ADDRESS',
    help: {
      en: 'Address to listen on. Default 127.0.0.1: this computer only. 0.0.0.0 opens it to the network.',
      zh: '监听地址。默认 127.0.0.1，只有本机能访问；0.0.0.0 则向网络开放。',
    },
    check: hostName,
  },
  port: {
    env: 'FRONTDESK_PORT',
    placeholder: 'PORT',
    help: { en: 'Default 8000; 0 takes any free port.', zh: '默认 8000；0 表示任选一个空闲端口。' },
    check: wholeNumber(0, 65_535),
  },
  data: {
    env: 'FRONTDESK_DATA',
    placeholder: 'DIR',
    help: {
      en: 'Folder of the database and the files. Made when missing.',
      zh: '存放数据库和文件的文件夹，没有就新建。',
    },
    check: anything,
  },
  'max-conn': {
    env: 'FRONTDESK_MAX_CONN',
    placeholder: 'N',
    help: { en: 'Connections at once. Default 10000.', zh: '同时连接数上限，默认 10000。' },
    check: wholeNumber(1, 1_000_000),
  },
  'cluster-mode': {
    env: 'FRONTDESK_CLUSTER_MODE',
    placeholder: 'auto|off',
    help: {
      en: 'auto (default) or off. This version always serves alone.',
      zh: 'auto（默认）或 off。当前版本总是单机运行。',
    },
    check: oneOf('auto', 'off'),
  },
  'public-url': {
    env: 'FRONTDESK_PUBLIC_URL',
    placeholder: 'URL',
    help: {
      en: 'Where people reach this server through a proxy, e.g. https://desk.example.',
      zh: '经过反向代理时，大家访问本服务用的网址，例如 https://desk.example。',
    },
    check: origin,
  },
  'trust-proxy': {
    env: 'FRONTDESK_TRUST_PROXY',
    placeholder: 'LIST',
    list: true,
    help: {
      en: 'Proxies whose X-Forwarded-For counts: addresses, networks, or loopback, linklocal, uniquelocal.',
      zh: '可信的代理（采信其 X-Forwarded-For）：地址、网段，或 loopback、linklocal、uniquelocal。',
    },
    check: eachOf(network),
  },
  'allow-origin': {
    env: 'FRONTDESK_ALLOW_ORIGIN',
    placeholder: 'ORIGIN',
    list: true,
    help: {
      en: 'Site that may embed the widget, e.g. https://shop.example. Repeatable. Default: any.',
      zh: '允许嵌入挂件的网站，例如 https://shop.example。可重复写。默认不限。',
    },
    check: eachOf((value) => (value === '*' ? undefined : origin(value))),
  },
  'tls-cert': {
    env: 'FRONTDESK_TLS_CERT',
    placeholder: 'FILE',
    help: { en: 'Certificate chain (PEM): serve https and wss.', zh: '证书链文件（PEM），启用 https 和 wss。' },
    check: anything,
  },
  'tls-key': {
    env: 'FRONTDESK_TLS_KEY',
    placeholder: 'FILE',
    help: { en: 'Private key (PEM) of the certificate.', zh: '证书的私钥文件（PEM）。' },
    check: anything,
  },
  'log-level': {
    env: 'FRONTDESK_LOG_LEVEL',
    placeholder: 'LEVEL',
    help: { en: 'debug, info (default), warn, error or silent.', zh: 'debug、info（默认）、warn、error 或 silent。' },
    check: oneOf('debug', 'info', 'warn', 'error', 'silent'),
  },
  'model-dir': {
    env: 'FRONTDESK_MODEL_DIR',
    placeholder: 'DIR',
    help: {
      en: 'Folder of models that read what visitors write (Hugging Face ONNX exports). Default: those that came with it.',
      zh: '理解访客文字所用模型的文件夹（Hugging Face 的 ONNX 导出），默认用自带的。',
    },
    check: anything,
  },
  demo: {
    env: 'FRONTDESK_DEMO',
    placeholder: '',
    help: {
      en: 'A tea shop with two years of history and visiting bots, in a folder of its own.',
      zh: '演示：一家茶叶店两年的往来记录，还有不断来访的机器人，放在单独的文件夹里。',
    },
    check: onOff,
  },
  'demo-page': {
    env: 'FRONTDESK_DEMO_PAGE',
    placeholder: '',
    help: { en: 'Serve the demo shop at /demo, to try the widget.', zh: '在 /demo 提供演示商店页面，用来试用挂件。' },
    check: onOff,
  },
} as const satisfies Record<string, ServerOption>

export type OptionName = keyof typeof table
export const serverOptions: Readonly<Record<OptionName, ServerOption>> = table
export const isOption = (name: string): name is OptionName => Object.hasOwn(table, name)
export const optionNames: readonly OptionName[] = Object.keys(table).filter(isOption)
