// Looks at one uploaded file: what it really is, and for pictures their size and a small copy. Runs in the image thread.
import { readFile, writeFile } from 'node:fs/promises'
import { limits } from '../../protocol/index.ts'
import { decodePicture } from './decode-picture.ts'
import { encodeWebp } from './encode-webp.ts'
import { isLying } from './exif-orientation.ts'
import type { Inspection, InspectionRequest } from './inspection.ts'
import { isPictureMime, readPictureHeader, type PictureMime } from './picture-header.ts'
import { shrink, turnUpright, type Pixels } from './pixels.ts'
import { sniffMime } from './sniff-mime.ts'
import { NoCodecError } from './wasm-codec.ts'

const THUMBNAIL_QUALITY = 78

type Picture = Pick<Inspection, 'width' | 'height' | 'outcome'>
const noPicture = (outcome: Inspection['outcome']): Picture => ({ width: 0, height: 0, outcome })

/** Never enlarged. */
const toThumbnailSize = (pixels: Pixels): Pixels => {
  const scale = Math.min(1, limits.thumbnailPixels / Math.max(pixels.width, pixels.height))
  const scaled = (extent: number): number => Math.max(1, Math.round(extent * scale))
  return shrink(pixels, scaled(pixels.width), scaled(pixels.height))
}

const makeThumbnail = async (mime: PictureMime, { path, thumbPath }: InspectionRequest): Promise<Picture> => {
  try {
    const content = await readFile(path)
    const { width, height, orientation } = readPictureHeader(mime, content)
    if (width * height > limits.maxImagePixels) return noPicture('too_many_pixels')
    const pixels = await decodePicture(mime, content)
    // What was bounded must be what was decoded.
    if (pixels.width !== width || pixels.height !== height) return noPicture('broken_image')
    const small = turnUpright(toThumbnailSize(pixels), orientation)
    await writeFile(thumbPath, await encodeWebp(small, THUMBNAIL_QUALITY))
    const [shownWidth, shownHeight] = isLying(orientation) ? [height, width] : [width, height]
    return { width: shownWidth, height: shownHeight, outcome: 'thumbnail' }
  } catch (error) {
    // Decoders throw whatever they like, and why a stranger's file is broken helps nobody: the outcome is counted.
    return noPicture(error instanceof NoCodecError ? 'no_decoder' : 'broken_image')
  }
}

/** Never rejects for what is in the file. */
export const inspectFile = async (request: InspectionRequest): Promise<Inspection> => {
  const mime = await sniffMime(request.path)
  const picture = isPictureMime(mime) ? await makeThumbnail(mime, request) : noPicture('plain')
  return { id: request.id, mime, ...picture }
}
