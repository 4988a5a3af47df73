// Pictures that visitors of the demo sent: drawn here, because nobody's real photographs belong into a demo.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { limits, type FileRef } from '../../protocol/index.ts'
import { createFileFolder, newFileKey } from '../../adapters/files/file-folder.ts'
import { encodeJpeg } from '../../adapters/image/encode-jpeg.ts'
import { encodeWebp } from '../../adapters/image/encode-webp.ts'
import { shrink, type Pixels } from '../../adapters/image/pixels.ts'
import type { Dice } from '../talk/dice.ts'
import { createCanvas, ellipse, stroke, type Shape } from './canvas.ts'

const WIDTH = 960
const HEIGHT = 720

const CENTRE = WIDTH / 2
const RIM_Y = 264
const FOOT_Y = 560
const QUALITY = 76

/** The crack goes from point to point. */
type Look = { readonly table: string; readonly cup: string; readonly rim: string; readonly crack: string }

const looks: readonly Look[] = [
  { table: '#8a5a3b', cup: '#f4f1ea', rim: '#d9d3c6', crack: '480,264 504,344 476,384 512,448 488,512' },
  { table: '#5f6b62', cup: '#a9573a', rim: '#8c452d', crack: '384,280 400,344 376,400 404,472' },
  { table: '#c9b79c', cup: '#dfe9ee', rim: '#b9cbd4', crack: '576,272 560,344 588,400 564,480 584,520' },
  { table: '#3f464d', cup: '#7d8f86', rim: '#65756d', crack: '432,270 452,330 420,392 448,470 430,520' },
]

/** Round below: its sides are parabolas from the rim to the middle of the foot. */
const body: Shape = {
  box: [264, RIM_Y, WIDTH - 264, FOOT_Y],
  covers: (x, y) => {
    const down = 1 - Math.sqrt(Math.max(0, 1 - (y - RIM_Y) / (FOOT_Y - RIM_Y)))
    const side = 264 + 32 * down + 184 * down * down
    return CENTRE - side - Math.abs(x - CENTRE)
  },
}

const paint = ({ table, cup, rim, crack }: Look): Pixels => {
  const canvas = createCanvas(WIDTH, HEIGHT, table)
  for (const y of [120, 336, 560]) canvas.paint(stroke(`0,${y} ${WIDTH},${y}`, 5), '#000000', 0.08)
  canvas.paint(ellipse(496, 552, 240, 48), '#000000', 0.25)
  canvas.paint(body, cup)
  canvas.paint(ellipse(CENTRE, RIM_Y, 216, 56), rim)
  canvas.paint(ellipse(CENTRE, RIM_Y + 4, 188, 42), '#6b4a2b', 0.8)
  canvas.paint(stroke(crack, 6), '#2b1d14')
  canvas.light(0.35, 0.2, 0.35)
  return canvas.pixels
}

type Picture = { readonly jpeg: Uint8Array; readonly thumb: Uint8Array }

/** Puts one more picture into the data folder, as an upload would have. */
export type TakePhoto = () => FileRef

/** @param filesDir where a server keeps uploaded bytes */
export const preparePhotos = async (filesDir: string, dice: Dice): Promise<TakePhoto> => {
  const take = async (look: Look): Promise<Picture> => {
    const pixels = paint(look)
    const small = shrink(pixels, limits.thumbnailPixels, Math.round((limits.thumbnailPixels * HEIGHT) / WIDTH))
    return { jpeg: await encodeJpeg(pixels, QUALITY), thumb: await encodeWebp(small, QUALITY) }
  }
  const pictures = await Promise.all(looks.map(take))
  const folder = createFileFolder(filesDir)
  return () => {
    const { jpeg, thumb } = dice.pick(pictures)
    const key = newFileKey()
    mkdirSync(dirname(folder.pathOf(key, 'file')), { recursive: true })
    writeFileSync(folder.pathOf(key, 'file'), jpeg)
    writeFileSync(folder.pathOf(key, 'thumb'), thumb)
    const name = `IMG_${dice.whole(1001, 9899)}.jpg`
    return { key, name, bytes: jpeg.length, mime: 'image/jpeg', width: WIDTH, height: HEIGHT }
  }
}
