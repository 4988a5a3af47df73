// Pictures that visitors of the demo sent: drawn here, because nobody's real photographs belong into a demo.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import sharp from 'sharp'
import type { FileRef } from '../../protocol/index.ts'
import { limits } from '../../protocol/limits.ts'
import { createFileFolder, newFileKey } from '../../adapters/files/file-folder.ts'
import type { Dice } from '../dice.ts'

const WIDTH = 1_200
const HEIGHT = 900

type Look = { readonly table: string; readonly cup: string; readonly rim: string; readonly crack: string }

const looks: readonly Look[] = [
  { table: '#8a5a3b', cup: '#f4f1ea', rim: '#d9d3c6', crack: 'M600 330 L630 420 L595 480 L640 560 L610 640' },
  { table: '#5f6b62', cup: '#a9573a', rim: '#8c452d', crack: 'M480 350 L500 430 L470 500 L505 590' },
  { table: '#c9b79c', cup: '#dfe9ee', rim: '#b9cbd4', crack: 'M720 340 L700 430 L735 500 L705 600 L730 650' },
]

const drawing = ({
  table,
  cup,
  rim,
  crack,
}: Look): string => `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><radialGradient id="l" cx=".35" cy=".2" r="1"><stop offset="0" stop-color="#fff" stop-opacity=".35"/><stop offset="1" stop-color="#000" stop-opacity=".35"/></radialGradient></defs>
<rect width="100%" height="100%" fill="${table}"/>
<g stroke="#000" stroke-opacity=".08" stroke-width="6"><path d="M0 150H1200M0 420H1200M0 700H1200"/></g>
<ellipse cx="620" cy="690" rx="300" ry="60" fill="#000" opacity=".25"/>
<path d="M330 330 Q350 700 600 700 Q850 700 870 330 Z" fill="${cup}"/>
<ellipse cx="600" cy="330" rx="270" ry="70" fill="${rim}"/><ellipse cx="600" cy="335" rx="235" ry="52" fill="#6b4a2b" opacity=".8"/>
<path d="${crack}" fill="none" stroke="#2b1d14" stroke-width="7" stroke-linejoin="round"/>
<rect width="100%" height="100%" fill="url(#l)"/></svg>`

type Picture = { readonly jpeg: Buffer; readonly thumb: Buffer }

const paint = async (look: Look): Promise<Picture> => {
  const jpeg = await sharp(Buffer.from(drawing(look)))
    .jpeg({ quality: 80 })
    .toBuffer()
  const thumb = await sharp(jpeg)
    .resize({ width: limits.thumbnailPixels, fit: 'inside' })
    .webp({ quality: 78 })
    .toBuffer()
  return { jpeg, thumb }
}

/** Puts one more picture into the data folder, as an upload would have. */
export type TakePhoto = (name: string) => FileRef

export const preparePhotos = async (filesDir: string, dice: Dice): Promise<TakePhoto> => {
  const pictures = await Promise.all(looks.map(paint))
  const folder = createFileFolder(filesDir)
  return (name) => {
    const { jpeg, thumb } = dice.pick(pictures)
    const key = newFileKey()
    mkdirSync(dirname(folder.pathOf(key, 'file')), { recursive: true })
    writeFileSync(folder.pathOf(key, 'file'), jpeg)
    writeFileSync(folder.pathOf(key, 'thumb'), thumb)
    return { key, name, bytes: jpeg.length, mime: 'image/jpeg', width: WIDTH, height: HEIGHT }
  }
}
