import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import {
  claimingJpeg,
  cornersOf,
  makeJpeg,
  makeMovingWebp,
  makePng,
  makePngBomb,
  makeWebp,
  movingGif,
  redAvif,
} from '../../testing/pictures.ts'
import { decodePicture } from './decode-picture.ts'
import { inspectFile } from './inspect-file.ts'
import type { Inspection } from './inspection.ts'
import type { Pixels } from './pixels.ts'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'frontdesk-images-'))
})
afterAll(async () => rm(root, { recursive: true }))

let count = 0
const inspect = async (content: Uint8Array | string): Promise<Inspection & { readonly thumbPath: string }> => {
  const path = join(root, String((count += 1)))
  await writeFile(path, content)
  const thumbPath = `${path}.thumb`
  return { ...(await inspectFile({ id: count, path, thumbPath })), thumbPath }
}
const thumbnailOf = async ({ thumbPath }: { readonly thumbPath: string }): Promise<Pixels> =>
  decodePicture('image/webp', await readFile(thumbPath))

describe('inspecting an uploaded file', () => {
  it('gives a photograph its size as shown and a small copy without its metadata', async () => {
    const seen = await inspect(await makeJpeg(900, 600, 6))
    expect(seen).toMatchObject({ mime: 'image/jpeg', width: 600, height: 900, outcome: 'thumbnail' })
    const thumb = await thumbnailOf(seen)
    expect(thumb).toMatchObject({ width: 320, height: limits.thumbnailPixels })
    expect(cornersOf(thumb)).toBe('BRWG')
    const bytes = await readFile(seen.thumbPath)
    expect([bytes.includes('Anna'), bytes.includes('EXIF')]).toEqual([false, false])
  })

  it.each([
    ['image/jpeg', async () => makeJpeg(40, 30), 'RGBW'],
    ['image/png', async () => makePng(40, 30), 'RGBW'],
    ['image/webp', async () => makeWebp(40, 30), 'RGBW'],
    ['image/avif', async () => redAvif, 'RRRR'],
    ['image/gif', async () => movingGif, 'RRRR'],
  ])('takes %s, of what moves the first frame, and enlarges nothing', async (mime, make, corners) => {
    const seen = await inspect(await make())
    expect(seen).toMatchObject({ mime, width: 40, height: 30, outcome: 'thumbnail' })
    const thumb = await thumbnailOf(seen)
    expect([thumb.width, thumb.height, cornersOf(thumb)]).toEqual([40, 30, corners])
  })

  it('puts the first frame of a moving WebP where it stands', async () => {
    const seen = await inspect(await makeMovingWebp(60, 40, 20, 10))
    expect(seen).toMatchObject({ mime: 'image/webp', width: 60, height: 40, outcome: 'thumbnail' })
    expect(cornersOf(await thumbnailOf(seen))).toBe('···W')
  })

  it('keeps a line of a picture at least a pixel thick', async () => {
    const seen = await inspect(makePng(4_000, 2))
    expect(seen).toMatchObject({ width: 4_000, height: 2, outcome: 'thumbnail' })
    expect(await thumbnailOf(seen)).toMatchObject({ width: limits.thumbnailPixels, height: 1 })
  })

  it('[D9.15] decodes no pixel of a bomb, and leaves no thumbnail of it', async () => {
    const jpeg = await makeJpeg(8, 8)
    const before = process.memoryUsage().rss
    for (const bomb of [makePngBomb(20_000, 20_000), claimingJpeg(jpeg, 20_000, 20_000)]) {
      const seen = await inspect(bomb)
      expect(seen).toMatchObject({ width: 0, height: 0, outcome: 'too_many_pixels' })
      await expect(stat(seen.thumbPath)).rejects.toThrow('ENOENT')
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_024 * 1_024)
  })

  it.each([
    ['a JPEG cut off in its header', async () => (await makeJpeg(600, 400)).subarray(0, 100)],
    ['a JPEG cut off in the middle', async () => (await makeJpeg(600, 400)).subarray(0, -700)],
    ['a PNG cut off', async () => makePng(64, 64).subarray(0, 120)],
    ['a PNG without its pixels', async () => Buffer.concat([makePng(8, 8).subarray(0, 33), Buffer.alloc(40)])],
    ['a WebP cut off', async () => (await makeWebp(64, 64)).subarray(0, 60)],
    ['an AVIF cut off', async () => redAvif.subarray(0, 262)],
    ['a GIF cut off', async () => movingGif.subarray(0, 50)],
  ])('[D9.15] makes a plain file of %s', async (_, make) => {
    const seen = await inspect(await make())
    expect(seen).toMatchObject({ width: 0, height: 0, outcome: 'broken_image' })
    await expect(stat(seen.thumbPath)).rejects.toThrow('ENOENT')
  })

  it.each([
    ['<!doctype html><script>alert(1)</script>', 'text/plain'],
    ['<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'text/plain'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain'],
    ['订单号,金额\n1001,58.00\n', 'text/plain'],
    [Buffer.from([0x80, 0xff, 0x00, 0x01]), 'application/octet-stream'],
    [Buffer.from('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
    [Buffer.from('MZ\x90\0', 'latin1'), 'application/x-msdownload'],
  ])('sniffs %j as %s, never as a page', async (content, mime) => {
    expect(await inspect(content)).toMatchObject({ mime, width: 0, height: 0, outcome: 'plain' })
  })
})
