import { expect, it } from 'vitest'
import { serverSettings } from './server-settings.mjs'

it('gives the hosted server what was typed for it', () => {
  const flags = ['--port', '9000', '--max-conn=500', '--demo-page', '--tls-cert', '/a b/c=d.pem', '--lang']
  expect(serverSettings(flags)).toEqual({
    FRONTDESK_PORT: '9000',
    FRONTDESK_MAX_CONN: '500',
    FRONTDESK_TLS_CERT: '/a b/c=d.pem',
  })
})
