// From pixels to WebP, which every browser shows and nothing else stands in: no place, no camera, no name.
import type { Pixels } from './pixels.ts'
import { emscriptenCodec } from './wasm-codec.ts'

const start = emscriptenCodec<{
  encode(data: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array | null
}>(async () => import('@jsquash/webp/codec/enc/webp_enc_simd.js'), '@jsquash/webp/codec/enc/webp_enc_simd.wasm')

/** @param quality 0 to 100 */
export const encodeWebp = async ({ data, width, height }: Pixels, quality: number): Promise<Uint8Array> => {
  const { defaultOptions } = await import('@jsquash/webp/meta.js')
  const encoded = (await start()).encode(data, width, height, { ...defaultOptions, quality })
  if (!encoded) throw new Error('the picture could not be encoded')
  return encoded
}
