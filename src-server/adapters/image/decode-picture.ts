// From a file's bytes to pixels, for every format that browsers show. Throws for what cannot be decoded whole.
import { decodeGif } from './decode-gif.ts'
import type { PictureMime } from './picture-header.ts'
import type { Pixels } from './pixels.ts'
import { emscriptenCodec, loadOnce } from './wasm-codec.ts'
import { firstFrameOfWebp } from './webp-first-frame.ts'

type Decode = (content: Buffer) => Promise<Pixels>

const whole = (decoded: Pixels | null): Pixels => {
  if (!decoded) throw new Error('the decoder refused it')
  return decoded
}

const startJpeg = emscriptenCodec<{ decode(content: Uint8Array, upright: boolean): Pixels | null }>(
  async () => import('@jsquash/jpeg/codec/dec/mozjpeg_dec.js'),
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
)
/** It makes up what is missing, and only says so. */
const refuseMadeUp = (line: string): void => {
  if (line.includes('Premature end')) throw new Error('the file ends too early')
}
const decodeJpeg: Decode = async (content) => whole((await startJpeg(refuseMadeUp)).decode(content, false))

const startWebp = emscriptenCodec<{ decode(content: Uint8Array): Pixels | null }>(
  async () => import('@jsquash/webp/codec/dec/webp_dec.js'),
  '@jsquash/webp/codec/dec/webp_dec.wasm',
)
const decodeWebp: Decode = async (content) => {
  const decode = async (still: Uint8Array): Promise<Pixels> => whole((await startWebp()).decode(still))
  const first = firstFrameOfWebp(content)
  return first ? first.place(await decode(first.still)) : decode(content)
}

const startAvif = emscriptenCodec<{ decode(content: Uint8Array, bitDepth: number): Pixels | null }>(
  async () => import('@jsquash/avif/codec/dec/avif_dec.js'),
  '@jsquash/avif/codec/dec/avif_dec.wasm',
)
const decodeAvif: Decode = async (content) => whole((await startAvif()).decode(content, 8))

const loadPng = loadOnce<{ initSync(compiled: object): unknown; decode(content: Uint8Array): Pixels }>(
  async () => import('@jsquash/png/codec/pkg/squoosh_png.js'),
  '@jsquash/png/codec/pkg/squoosh_png_bg.wasm',
)
/** Rust rather than C: one instance serves until a broken file stops it, and with it the thread. */
const decodePng: Decode = async (content) => {
  const { glue, compiled } = await loadPng()
  glue.initSync(compiled)
  return glue.decode(content)
}

const decoders: { readonly [Mime in PictureMime]: Decode } = {
  'image/jpeg': decodeJpeg,
  'image/png': decodePng,
  'image/gif': async (content) => decodeGif(content),
  'image/webp': decodeWebp,
  'image/avif': decodeAvif,
}

export const decodePicture = async (mime: PictureMime, content: Buffer): Promise<Pixels> => decoders[mime](content)
