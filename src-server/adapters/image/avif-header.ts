// The size and the turning of an AVIF picture, which lie in boxes within boxes. Pure; throws for what is no AVIF.
import type { Orientation } from './exif-orientation.ts'

const LENGTH_AND_KIND = 8
/** Version and flags, which some kinds of boxes begin with. */
const VERSION = 4

/** What `irot` (quarter turns against the clock) and then `imir` (none, top to bottom, left to right) amount to in EXIF's numbers. */
const turnings: readonly (readonly Orientation[])[] = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
]

/** The boxes inside `parent`. One of no length, or of one that takes 64 bits, ends them: neither stands among these. */
const boxesIn = function* (parent: Buffer): Generator<{ readonly kind: string; readonly body: Buffer }> {
  for (let at = 0; at + LENGTH_AND_KIND <= parent.length;) {
    const length = parent.readUInt32BE(at)
    if (length < LENGTH_AND_KIND) return
    const body = parent.subarray(at + LENGTH_AND_KIND, at + length)
    yield { kind: parent.toString('latin1', at + 4, at + LENGTH_AND_KIND), body }
    at += length
  }
}

const boxIn = (parent: Buffer, kind: string): Buffer => {
  for (const box of boxesIn(parent)) if (box.kind === kind) return box.body
  throw new Error(`no ${kind} in it`)
}

/** Of several pictures in one file (a preview, the transparency) the largest is the one shown. */
export const readAvifHeader = (content: Buffer) => {
  const properties = boxIn(boxIn(boxIn(content, 'meta').subarray(VERSION), 'iprp'), 'ipco')
  let [width, height, quarters, mirror] = [0, 0, 0, 0]
  for (const { kind, body } of boxesIn(properties)) {
    if (kind === 'irot') quarters = body.readUInt8(0) & 3
    if (kind === 'imir') mirror = 1 + (body.readUInt8(0) & 1)
    if (kind !== 'ispe') continue
    const [wide, high] = [body.readUInt32BE(VERSION), body.readUInt32BE(VERSION + 4)]
    if (wide * high > width * height) [width, height] = [wide, high]
  }
  const orientation: Orientation = turnings[quarters]?.[mirror] ?? 1
  return { width, height, orientation }
}
