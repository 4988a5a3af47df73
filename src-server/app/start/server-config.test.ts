import { describe, expect, it } from 'vitest'
import { helpText } from './server-help.ts'
import { parseServerConfig, type ServerConfig } from './server-config.ts'
import { optionNames, serverOptions } from './server-options.ts'

const facts = { defaultDataDir: (demo: boolean) => (demo ? '/data/demo' : '/data/desk') }
const parse = (args: readonly string[], env: Record<string, string> = {}) => parseServerConfig(args, env, facts)
const config = (args: readonly string[], env: Record<string, string> = {}): ServerConfig => {
  const parsed = parse(args, env)
  if (!parsed.ok) throw new Error(parsed.problem.en)
  return parsed.value
}

describe('server config', () => {
  it('is safe by default: this computer only, 10,000 connections', () => {
    expect(config([])).toMatchObject({
      host: '127.0.0.1',
      port: 8000,
      maxConnections: 10_000,
      dataDir: '/data/desk',
      demo: false,
      allowedOrigins: [],
    })
  })

  it('lets flags win over the environment and takes an empty variable as unset', () => {
    const env = { FRONTDESK_PORT: '9000', FRONTDESK_HOST: '', FRONTDESK_MAX_CONN: '50' }
    expect(config(['--port', '9100'], env)).toMatchObject({ port: 9100, host: '127.0.0.1', maxConnections: 50 })
  })

  it('reads --flag=value, repeated lists and lists in the environment', () => {
    expect(
      config(['--port=0', '--allow-origin', 'https://A.example', '--allow-origin=http://b.example:8080/']),
    ).toMatchObject({
      port: 0,
      allowedOrigins: ['https://a.example', 'http://b.example:8080'],
    })
    expect(config([], { FRONTDESK_TRUST_PROXY: 'loopback, 10.0.0.0/8 fd00::/8' }).trustedProxies).toEqual([
      'loopback',
      '10.0.0.0/8',
      'fd00::/8',
    ])
    expect(config(['--allow-origin', '*']).allowedOrigins).toEqual([])
  })

  it('keeps the demo out of the real folder', () => {
    expect(config(['--demo'])).toMatchObject({ demo: true, demoPages: true, dataDir: '/data/demo' })
    expect(config([], { FRONTDESK_DEMO: 'off' })).toMatchObject({ demo: false, demoPages: false })
    expect(config(['--demo-page'])).toMatchObject({ demo: false, demoPages: true, dataDir: '/data/desk' })
  })

  it('notices a configured cluster unless it is switched off', () => {
    const env = { FRONTDESK_REDIS_URL: 'redis://127.0.0.1' }
    expect(config([], env).clusterWanted).toBe(true)
    expect(config(['--cluster-mode', 'off'], env).clusterWanted).toBe(false)
    expect(config([]).clusterWanted).toBe(false)
  })

  it.each([
    [['--prot', '1'], '--prot'],
    [['serve'], 'serve'],
    [['--port'], '--port'],
    [['--port', '--host'], '--port'],
    [['--port', '70000'], '70000'],
    [['--port', '8e3'], '8e3'],
    [['--port', '1', '--port', '2'], 'twice'],
    [['--max-conn', '0'], '0'],
    [['--cluster-mode', 'on'], 'auto, off'],
    [['--public-url', 'https://desk.example/path'], 'path'],
    [['--public-url', 'ftp://desk.example'], 'ftp'],
    [['--allow-origin', 'shop.example'], 'shop.example'],
    [['--trust-proxy', '10.0.0.0/33'], '10.0.0.0/33'],
    [['--trust-proxy', 'everyone'], 'everyone'],
    [['--tls-cert', 'a.pem'], '--tls-key'],
    [['--log-level', 'loud'], 'loud'],
    [['--demo=maybe'], 'maybe'],
    [['--host', 'a b'], 'a b'],
  ])('tells what is wrong with %j in one sentence, in both languages', (args, mentioned) => {
    const parsed = parse(args)
    if (parsed.ok) throw new Error('was accepted')
    expect(parsed.problem.en).toContain(mentioned)
    expect(parsed.problem.zh).toMatch(/\p{Script=Han}/u)
    expect(parsed.problem.en).not.toContain('\n')
  })

  it('names the variable when the environment is wrong', () => {
    const parsed = parse([], { FRONTDESK_PORT: 'web' })
    expect(parsed.ok ? '' : parsed.problem.en).toContain('FRONTDESK_PORT')
  })

  it('documents every option in both languages', () => {
    for (const name of optionNames) {
      expect(helpText('en')).toContain(`--${name}`)
      expect(helpText('zh')).toContain(serverOptions[name].help.zh)
      expect(serverOptions[name].env).toBe(`FRONTDESK_${name.toUpperCase().replaceAll('-', '_')}`)
    }
  })
})
