// Flags and FRONTDESK_* → one checked ServerConfig, or one sentence saying what is wrong. Pure: touches no disk and no network.
import { limits } from '../../protocol/index.ts'
import type { BilingualText } from './bilingual-text.ts'
import { isOption, optionNames, serverOptions, type OptionName } from './server-options.ts'

export type LogLevel = (typeof logLevels)[number]
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type ServerConfig = {
  readonly host: string
  /** 0 lets the system choose one. */
  readonly port: number
  readonly dataDir: string
  readonly maxConnections: number
  /** Of models that read what visitors write; undefined: those that came with it. */
  readonly modelDir: string | undefined
  /** True when a cluster was configured and not switched off: said in the log, because this version serves alone. */
  readonly clusterWanted: boolean
  /** Origin under which people reach this server through a proxy; undefined: what it is bound to. */
  readonly publicUrl: string | undefined
  /** Addresses and networks whose X-Forwarded-For is believed. */
  readonly trustedProxies: readonly string[]
  /** Origins of shop pages that may embed the widget; empty: any. */
  readonly allowedOrigins: readonly string[]
  readonly tls: { readonly certFile: string; readonly keyFile: string } | undefined
  readonly logLevel: LogLevel
  /** Fills an empty data folder with a shop's history and lets bots visit. */
  readonly demo: boolean
  /** Serves the demo shop's page. */
  readonly demoPages: boolean
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: BilingualText }

export type ConfigFacts = {
  /** Where data lies unless told: `folder(demo)`, because the demo must never fall into a real desk's folder. */
  readonly defaultDataDir: (demo: boolean) => string
}

type Environment = Readonly<Record<string, string | undefined>>
type Raw = Readonly<Record<OptionName, string | undefined>>

const problem = (en: string, zh: string): { readonly ok: false; readonly problem: BilingualText } => ({
  ok: false,
  problem: { en, zh },
})

/** What the flags say; a repeated flag collects its values with commas. */
const readFlags = (args: readonly string[]): Parsed<Partial<Raw>> => {
  const values: { -readonly [Name in OptionName]?: string } = {}
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? ''
    const [flag, inline] = argument.startsWith('--') ? splitOnce(argument.slice(2)) : ['']
    if (!isOption(flag))
      return problem(
        `There is no option ${argument}. Try: frontdesk help`,
        `没有 ${argument} 这个选项。请看：frontdesk help`,
      )
    const option = serverOptions[flag]
    let value = inline
    if (value === undefined && option.placeholder === '') value = 'on'
    if (value === undefined) {
      index += 1
      value = args[index]
    }
    if (value === undefined || (inline === undefined && value.startsWith('--')))
      return problem(
        `--${flag} needs a value: --${flag} ${option.placeholder}`,
        `--${flag} 后面要有值：--${flag} ${option.placeholder}`,
      )
    const before = values[flag]
    if (before !== undefined && !option.list) return problem(`--${flag} is given twice.`, `--${flag} 写了两次。`)
    values[flag] = before === undefined ? value : `${before},${value}`
  }
  return { ok: true, value: values }
}

const splitOnce = (text: string): [string, string?] => {
  const at = text.indexOf('=')
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** Flags win over the environment; an empty variable counts as unset, as Compose files write them. */
export const parseServerConfig = (
  args: readonly string[],
  env: Environment,
  facts: ConfigFacts,
): Parsed<ServerConfig> => {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  const raw: Partial<Record<OptionName, string>> = {}
  for (const name of optionNames) {
    const value = flags.value[name] ?? (env[serverOptions[name].env] || undefined)
    if (value === undefined) continue
    const refused = serverOptions[name].check(value)
    if (refused) {
      const source = flags.value[name] === undefined ? serverOptions[name].env : `--${name}`
      return problem(`${source}: ${refused.en}`, `${source}:${refused.zh}`)
    }
    raw[name] = value
  }
  return assemble(raw, env, facts)
}

const assemble = (raw: Partial<Raw>, env: Environment, facts: ConfigFacts): Parsed<ServerConfig> => {
  const certFile = raw['tls-cert']
  const keyFile = raw['tls-key']
  if ((certFile === undefined) !== (keyFile === undefined))
    return problem(
      '--tls-cert and --tls-key belong together: give both or neither.',
      '--tls-cert 和 --tls-key 要一起给，或者都不给。',
    )
  const demo = isOn(raw.demo)
  const clusterConfigured = Boolean(env['FRONTDESK_REDIS_URL'] || env['FRONTDESK_POSTGRES_URL'])
  const origins = listOf(raw['allow-origin'])
  return {
    ok: true,
    value: {
      host: raw.host ?? '127.0.0.1',
      port: Number(raw.port ?? 8000),
      dataDir: raw.data ?? facts.defaultDataDir(demo),
      maxConnections: Number(raw['max-conn'] ?? limits.maxConnections),
      modelDir: raw['model-dir'],
      clusterWanted: clusterConfigured && raw['cluster-mode'] !== 'off',
      publicUrl: raw['public-url'] === undefined ? undefined : new URL(raw['public-url']).origin,
      trustedProxies: listOf(raw['trust-proxy']),
      allowedOrigins: origins.includes('*') ? [] : origins.map((origin) => new URL(origin).origin),
      tls: certFile !== undefined && keyFile !== undefined ? { certFile, keyFile } : undefined,
      logLevel: logLevels.find((level) => level === raw['log-level']) ?? 'info',
      demo,
      demoPages: demo || isOn(raw['demo-page']),
    },
  }
}

const isOn = (value: string | undefined): boolean =>
  value !== undefined && ['on', '1', 'true', 'yes'].includes(value.toLowerCase())

const listOf = (value: string | undefined): readonly string[] =>
  (value ?? '').split(/[\s,]+/u).filter((part) => part !== '')
