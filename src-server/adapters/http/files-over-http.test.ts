import { readdir, rm } from 'node:fs/promises'
import { createServer, request as httpRequest, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits, type FileRef } from '../../protocol/index.ts'
import { inspectFile } from '../image/inspect-file.ts'
import { readPictureHeader } from '../image/picture-header.ts'
import { createHttpDesk, type HttpDesk } from '../../testing/http-desk.ts'
import { makePng } from '../../testing/pictures.ts'

let desk: HttpDesk
let visitor: string
let server: Server
let base: string
beforeAll(async () => {
  desk = await createHttpDesk({
    inspector: {
      inspect: async (path, thumbPath) => inspectFile({ id: 1, path, thumbPath }),
      stop: async () => undefined,
    },
  })
  visitor = await desk.newVisitor()
  server = createServer((request, response) => desk.side.handle(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await desk.close()
})

const upload = async (content: Uint8Array | string, name: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${base}/api/v1/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${visitor}`, ...headers },
    body: content,
  })
  return { status: answer.status, body: (await answer.json()) as FileRef & { code?: string } }
}
const download = async (path: string, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { headers })
const filesOnDisk = async (): Promise<number> =>
  (await readdir(desk.folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length

describe('files over HTTP', () => {
  it('takes a picture and gives it back with a thumbnail, shown inline', async () => {
    const png = makePng(1_000, 500)
    const { status, body } = await upload(png, '茶具 №1.png', { 'content-type': 'image/png' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: '茶具 №1.png', bytes: png.length, mime: 'image/png', width: 1_000, height: 500 })
    const whole = await download(`/f/${body.key}/whatever.png`)
    expect(Buffer.from(await whole.arrayBuffer()).equals(png)).toBe(true)
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(whole.headers.get('content-disposition')).toBe(
      `inline; filename="__ _1.png"; filename*=UTF-8''%E8%8C%B6%E5%85%B7%20%E2%84%961.png`,
    )
    expect(whole.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/u)
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff')
    expect(whole.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    const thumb = await download(`/f/${body.key}/thumb`)
    expect(thumb.headers.get('content-type')).toBe('image/webp')
    expect(readPictureHeader('image/webp', Buffer.from(await thumb.arrayBuffer()))).toMatchObject({
      width: limits.thumbnailPixels,
    })
  })

  it('serves parts, as sound and film need', async () => {
    const { body } = await upload('0123456789', 'digits.txt')
    const part = await download(`/f/${body.key}/digits.txt`, { range: 'bytes=2-4' })
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10'])
    const outside = await download(`/f/${body.key}/digits.txt`, { range: 'bytes=50-' })
    expect(outside.status).toBe(416)
    const whole = await download(`/f/${body.key}/digits.txt`)
    const headers = { 'if-none-match': whole.headers.get('etag') ?? '' }
    expect((await desk.app.inject({ url: `/f/${body.key}/digits.txt`, headers })).statusCode).toBe(304)
  })

  it.each([
    ['page.html', '<!doctype html><script>alert(1)</script>'],
    ['logo.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['fake.png', '<html><script>alert(1)</script>'],
    ['script.js', 'alert(1)'],
  ])('[D10.15] never serves %s as something that runs, whatever the client calls it', async (name, content) => {
    const { body } = await upload(content, name, { 'content-type': 'text/html' })
    const answer = await download(`/f/${body.key}/${name}`)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /u)
    expect(await answer.text()).toBe(content)
  })

  it('takes JSON as a file too', async () => {
    expect((await upload('{"a":1}', 'a.json', { 'content-type': 'application/json' })).status).toBe(201)
  })

  it('[D9.14] refuses empty and too large files, said or unsaid, and leaves nothing', async () => {
    const before = await filesOnDisk()
    expect((await upload('', 'nothing')).body.code).toBe('file_empty')
    const tooLarge = new Uint8Array(limits.maxFileBytes + 1)
    expect(await upload(tooLarge, 'big.bin').catch(() => undefined)).toMatchObject({
      status: 413,
      body: { code: 'file_too_large' },
    })
    const unsaid = httpRequest(`${base}/api/v1/files?name=big`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitor}` },
    })
    unsaid.on('error', () => undefined)
    unsaid.write(tooLarge)
    const [answer] = (await once(unsaid, 'response')) as [{ statusCode: number; resume(): void }]
    expect(answer.statusCode).toBe(413)
    answer.resume()
    unsaid.destroy()
    expect(await filesOnDisk()).toBe(before)
  })

  it('[D9.14] leaves nothing of an upload that broke off', async () => {
    const before = await filesOnDisk()
    const broken = httpRequest(`${base}/api/v1/files?name=half`, {
      method: 'POST',
      headers: { authorization: `Bearer ${visitor}`, 'content-length': '1000000' },
    })
    broken.on('error', () => undefined)
    broken.write('the first half')
    await expect.poll(filesOnDisk).toBe(before + 1)
    broken.destroy()
    await expect.poll(filesOnDisk).toBe(before)
    await expect.poll(() => desk.metrics.counted('uploads_total', { outcome: 'upload_interrupted' })).toBe(1)
  })

  it('[D9.14] bounds the uploads of one author at once', async () => {
    const waiting = Array.from({ length: limits.maxUploadsInFlight }, () => {
      const slow = httpRequest(`${base}/api/v1/files?name=slow`, {
        method: 'POST',
        headers: { authorization: `Bearer ${visitor}` },
      })
      slow.on('error', () => undefined)
      slow.write('x')
      return slow
    })
    await expect.poll(filesOnDisk).toBeGreaterThanOrEqual(limits.maxUploadsInFlight)
    expect((await upload('x', 'one more')).body.code).toBe('too_many_in_flight')
    for (const slow of waiting) slow.destroy()
    await expect.poll(async () => (await upload('x', 'one more')).status).toBe(201)
  })

  it('stores a file even when nothing can look at it, and says what is not there', async () => {
    expect((await download(`/f/${'A'.repeat(32)}/x`)).status).toBe(404)
    expect((await download('/f/..%2f..%2fetc/passwd')).status).toBe(404)
    const { body } = await upload('gone soon', 'gone.txt')
    await rm(desk.folder, { recursive: true })
    const answer = await download(`/f/${body.key}/gone.txt`)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'not_found'])
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})
