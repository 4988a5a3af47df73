// Pictures that visitors of the demo sent: drawn here, because nobody's real photographs belong into a demo.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { limits, type FileRef } from '../../protocol/index.ts'
import { createFileFolder, newFileKey } from '../../adapters/files/file-folder.ts'
import type { Dice } from '../talk/dice.ts'

const WIDTH = 960
const HEIGHT = 720

type Look = { readonly table: string; readonly cup: string; readonly rim: string; readonly crack: string }

const looks: readonly Look[] = [
  { table: '#8a5a3b', cup: '#f4f1ea', rim: '#d9d3c6', crack: 'M480 264 L504 344 L476 384 L512 448 L488 512' },
  { table: '#5f6b62', cup: '#a9573a', rim: '#8c452d', crack: 'M384 280 L400 344 L376 400 L404 472' },
  { table: '#c9b79c', cup: '#dfe9ee', rim: '#b9cbd4', crack: 'M576 272 L560 344 L588 400 L564 480 L584 520' },
  { table: '#3f464d', cup: '#7d8f86', rim: '#65756d', crack: 'M432 270 L452 330 L420 392 L448 470 L430 520' },
]

const drawing = ({ table, cup, rim, crack }: Look): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
  <defs><radialGradient id="light" cx=".35" cy=".2" r="1">
    <stop offset="0" stop-color="#fff" stop-opacity=".35"/><stop offset="1" stop-color="#000" stop-opacity=".35"/>
  </radialGradient></defs>
  <rect width="100%" height="100%" fill="${table}"/>
  <path d="M0 120H960M0 336H960M0 560H960" stroke="#000" stroke-opacity=".08" stroke-width="5"/>
  <ellipse cx="496" cy="552" rx="240" ry="48" opacity=".25"/>
  <path d="M264 264Q280 560 480 560Q680 560 696 264Z" fill="${cup}"/>
  <ellipse cx="480" cy="264" rx="216" ry="56" fill="${rim}"/>
  <ellipse cx="480" cy="268" rx="188" ry="42" fill="#6b4a2b" opacity=".8"/>
  <path d="${crack}" fill="none" stroke="#2b1d14" stroke-width="6" stroke-linejoin="round"/>
  <rect width="100%" height="100%" fill="url(#light)"/>
</svg>`

type Picture = { readonly jpeg: Buffer; readonly thumb: Buffer }

/** Puts one more picture into the data folder, as an upload would have. */
export type TakePhoto = () => FileRef

/** @param filesDir where a server keeps uploaded bytes */
export const preparePhotos = async (filesDir: string, dice: Dice): Promise<TakePhoto> => {
  const { default: sharp } = await import('sharp')
  const paint = async (look: Look): Promise<Picture> => {
    const jpeg = await sharp(Buffer.from(drawing(look)))
      .jpeg({ quality: 76 })
      .toBuffer()
    const thumb = await sharp(jpeg).resize({ width: limits.thumbnailPixels }).webp({ quality: 76 }).toBuffer()
    return { jpeg, thumb }
  }
  const pictures = await Promise.all(looks.map(paint))
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
