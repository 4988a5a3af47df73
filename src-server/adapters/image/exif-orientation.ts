// How a camera was held, as EXIF tells it. Pure.

/** EXIF's numbers: 1 is upright, 2 to 4 turned or mirrored, 5 to 8 lying on a side. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const MAGIC = 42
const ORIENTATION_TAG = 0x01_12
const BYTES_AN_ENTRY = 12

export const isLying = (orientation: Orientation): boolean => orientation >= 5

/** @param tiff EXIF from its byte order mark on; what cannot be read of it counts as upright */
export const exifOrientation = (tiff: Buffer): Orientation => {
  const littleEndian = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => {
    if (at + 2 > tiff.length) return 0
    return littleEndian ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)
  }
  if (tiff.length < 8 || short(2) !== MAGIC) return 1
  const directory = littleEndian ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  const entries = short(directory)
  for (let index = 0; index < entries; index += 1) {
    const entry = directory + 2 + index * BYTES_AN_ENTRY
    if (short(entry) !== ORIENTATION_TAG) continue
    const value = short(entry + 8)
    return value >= 1 && value <= 8 ? (value as Orientation) : 1
  }
  return 1
}
