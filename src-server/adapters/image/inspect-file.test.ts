import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import { inspectFile } from './inspect-file.ts'
import type { Inspection } from './inspection.ts'

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

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 120, g: 160, b: 90 } } })

/** A PNG whose header claims any size; its pixels are missing, as in an image made to exhaust a decoder. */
const claimingPng = async (width: number, height: number): Promise<Buffer> => {
  const png = await photo(8, 8).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  return png
}

describe('inspecting an uploaded file', () => {
  it('gives an image its size as shown and a small copy without its metadata', async () => {
    const jpeg = await photo(900, 600)
      .jpeg()
      .withExif({ IFD0: { Artist: 'Anna' }, IFD3: { GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer()
    const seen = await inspect(jpeg)
    expect(seen).toMatchObject({ mime: 'image/jpeg', width: 600, height: 900, outcome: 'thumbnail' })
    const thumb = await sharp(seen.thumbPath).metadata()
    expect(thumb).toMatchObject({ format: 'webp', width: 320, height: limits.thumbnailPixels })
    expect(thumb.exif).toBeUndefined()
    expect(thumb.orientation).toBeUndefined()
  })

  it('takes every raster format that browsers show, and enlarges none', async () => {
    for (const format of ['png', 'webp', 'gif', 'avif'] as const) {
      const seen = await inspect(await photo(40, 30).toFormat(format).toBuffer())
      expect(seen).toMatchObject({ mime: `image/${format}`, width: 40, height: 30, outcome: 'thumbnail' })
      expect(await sharp(seen.thumbPath).metadata()).toMatchObject({ width: 40, height: 30 })
    }
  })

  it('[D9.15] makes plain files of bombs and broken images, without a thumbnail left behind', async () => {
    const bomb = await inspect(await claimingPng(60_000, 60_000))
    expect(bomb).toMatchObject({ width: 0, height: 0, outcome: 'too_many_pixels' })
    const whole = await photo(600, 400).jpeg().toBuffer()
    const broken = await inspect(whole.subarray(0, 400))
    expect(broken).toMatchObject({ mime: 'image/jpeg', width: 0, outcome: 'broken_image' })
    const lying = await inspect(await claimingPng(5_000, 5_000))
    expect(lying).toMatchObject({ width: 0, outcome: 'broken_image' })
    for (const { thumbPath } of [bomb, broken]) await expect(stat(thumbPath)).rejects.toThrow('ENOENT')
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
