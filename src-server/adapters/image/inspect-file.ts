// Looks at one uploaded file: what it really is, and for raster images their size and a small copy. Runs in the image thread.
import { open } from 'node:fs/promises'
import { limits } from '../../protocol/index.ts'
import { UNKNOWN_MIME, type Inspection, type InspectionRequest } from './inspection.ts'

type Sharp = (typeof import('sharp'))['default']

/** What gets a thumbnail. SVG is a program, not a picture, and never gets near a decoder. */
const rasterMimes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/** Loaded with the first image: most uploads of most days are none. Only decoders for the formats above stay unlocked. */
const loadSharp = async (): Promise<Sharp> => {
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const kinds = ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Heif'] as const
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: kinds.map((kind) => `VipsForeignLoad${kind}`) })
  return sharp
}
let loading: Promise<Sharp> | undefined

const TEXT_SAMPLE_BYTES = 4_096

/** Text without a magic number: valid UTF-8 without NUL. */
const looksLikeText = async (path: string): Promise<boolean> => {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TEXT_SAMPLE_BYTES), 0, TEXT_SAMPLE_BYTES, 0)
    const sample = buffer.subarray(0, bytesRead)
    if (sample.includes(0)) return false
    // `stream` forgives a character cut in half at the end of the sample, and nothing else.
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    // Not UTF-8: some other encoding or no text at all, which is saved rather than shown either way.
    return false
  } finally {
    await handle.close()
  }
}

const sniff = async (path: string): Promise<string> => {
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path).catch(() => undefined)
  // Markup is text: calling it by its own name would only invite somebody to show it as a page.
  if (found && !/(?:xml|html|svg)/u.test(found.mime)) return found.mime
  return found || (await looksLikeText(path)) ? 'text/plain' : UNKNOWN_MIME
}

type Picture = Pick<Inspection, 'width' | 'height' | 'outcome'>
const noPicture = (outcome: Inspection['outcome']): Picture => ({ width: 0, height: 0, outcome })

const makeThumbnail = async (sharp: Sharp, { path, thumbPath }: InspectionRequest): Promise<Picture> => {
  const options = { limitInputPixels: limits.maxImagePixels, failOn: 'error', sequentialRead: true } as const
  try {
    const { autoOrient } = await sharp(path, options).metadata()
    if (autoOrient.width * autoOrient.height > limits.maxImagePixels) return noPicture('too_many_pixels')
    // Without withMetadata() nothing of the original's EXIF goes along: no place, no camera, no name.
    await sharp(path, options)
      .autoOrient()
      .resize({
        width: limits.thumbnailPixels,
        height: limits.thumbnailPixels,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .timeout({ seconds: Math.ceil(limits.thumbnailWithinMs / 1000) })
      .webp({ quality: 78 })
      .toFile(thumbPath)
    return { width: autoOrient.width, height: autoOrient.height, outcome: 'thumbnail' }
  } catch (error) {
    return noPicture(/pixel limit/iu.test(String(error)) ? 'too_many_pixels' : 'broken_image')
  }
}

/** Never rejects for what is in the file. */
export const inspectFile = async (request: InspectionRequest): Promise<Inspection> => {
  const mime = await sniff(request.path)
  if (!rasterMimes.has(mime)) return { id: request.id, mime, ...noPicture('plain') }
  loading ??= loadSharp()
  const sharp = await loading.catch(() => undefined)
  return { id: request.id, mime, ...(sharp ? await makeThumbnail(sharp, request) : noPicture('no_decoder')) }
}
