import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'

let root: string
let desk: HttpDesk
let closed: HttpDesk
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'frontdesk-pages-'))
  const [renderer, widget] = [join(root, 'renderer'), join(root, 'widget')]
  await mkdir(join(renderer, 'assets'), { recursive: true })
  await mkdir(widget)
  await writeFile(join(root, 'secret.txt'), 'secret')
  await writeFile(join(renderer, 'index.html'), '<!doctype html><title>desk</title>')
  await writeFile(join(renderer, 'assets', 'index-Abc123_9.js'), 'let longScript;'.repeat(200))
  await writeFile(join(renderer, '.env'), 'secret')
  await writeFile(join(widget, 'widget.js'), 'widget()')
  await writeFile(join(widget, 'chat.html'), 'chat')
  await writeFile(join(widget, 'demo.html'), 'demo')
  desk = await createHttpDesk({ pages: { renderer, widget, demo: true } })
  closed = await createHttpDesk({ pages: { renderer: join(root, 'none'), widget, demo: false } })
})
afterAll(async () => {
  await desk.close()
  await closed.close()
  await rm(root, { recursive: true })
})
const get = async (url: string, headers: Record<string, string> = {}) => desk.app.inject({ url, headers })

describe('pages', () => {
  it('gives the desk, its places and its assets', async () => {
    expect((await get('/')).headers.location).toBe('/desk/')
    expect((await get('/desk')).headers.location).toBe('/desk/')
    for (const url of ['/desk/', '/desk/conversations/17', '/desk/?x=1'])
      expect((await get(url)).body).toContain('<title>desk')
    const page = await get('/desk/')
    expect(page.headers['cache-control']).toBe('no-cache')
    expect(page.headers['content-security-policy']).toContain("script-src 'self';")
    expect(page.headers['x-frame-options']).toBe('DENY')
    const script = await get('/desk/assets/index-Abc123_9.js')
    expect(script.headers['cache-control']).toContain('immutable')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await get('/desk/assets/missing-Abc123_9.js')).statusCode).toBe(404)
  })

  it('compresses once and answers 304 to who has it', async () => {
    const url = '/desk/assets/index-Abc123_9.js'
    const zipped = await get(url, { 'accept-encoding': 'br, gzip' })
    const plain = await get(url, { 'accept-encoding': 'gzip;q=0' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length / 10)
    expect(plain.headers['content-encoding']).toBeUndefined()
    const again = await get(url, { 'if-none-match': String(plain.headers.etag) })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it.each([
    '/desk/../secret.txt',
    '/desk/%2e%2e/secret.txt',
    '/desk/..%2fsecret.txt',
    '/desk/..%5csecret.txt',
    '/desk/.env',
    '/widget/%00.js',
    '/desk//etc/passwd.txt',
  ])('never leaves its folder for %s', async (url) => {
    const answer = await get(url)
    expect(answer.body).not.toContain('secret')
    expect(answer.statusCode).toBe(404)
  })

  it('lets shops embed the widget, and shows the demo only where it is wanted', async () => {
    const widget = await get('/widget.js')
    expect([widget.body, widget.headers['cross-origin-resource-policy'], widget.headers['cache-control']]).toEqual([
      'widget()',
      'cross-origin',
      'no-cache',
    ])
    expect([(await get('/chat')).body, (await get('/demo')).body]).toEqual(['chat', 'demo'])
    expect((await closed.app.inject({ url: '/demo' })).statusCode).toBe(404)
    expect((await closed.app.inject({ url: '/desk/' })).statusCode).toBe(404)
  })
})
