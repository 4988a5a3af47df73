// From pixels to JPEG, as cameras send it. The server makes none of what it is sent; the demo's visitors do.
import type { Pixels } from './pixels.ts'
import { emscriptenCodec } from './wasm-codec.ts'

const start = emscriptenCodec<{
  encode(data: Uint8ClampedArray, width: number, height: number, options: object): Uint8Array
}>(async () => import('@jsquash/jpeg/codec/enc/mozjpeg_enc.js'), '@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm')

/** @param quality 0 to 100 */
export const encodeJpeg = async ({ data, width, height }: Pixels, quality: number): Promise<Buffer> => {
  const { defaultOptions } = await import('@jsquash/jpeg/meta.js')
  const encoder = await start()
  return Buffer.from(encoder.encode(data, width, height, { ...defaultOptions, quality, progressive: false }))
}
