// Built pages from one folder: read once, compressed once, served from memory until the file changes.
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

export type Asset = {
  readonly contentType: string
  readonly etag: string
  /** Its name carries a hash of its content: it never changes under this name. */
  readonly isHashed: boolean
  readonly plain: Buffer
  /** Undefined for what does not compress. */
  readonly gzipped: Buffer | undefined
}

export type AssetFolder = {
  /** @param path below the folder as it stands in the address; undefined for whatever is no file of ours. */
  find(path: string): Promise<Asset | undefined>
}

const text = (type: string) => ({ type: `${type}; charset=utf-8`, compresses: true })
const binary = (type: string) => ({ type, compresses: false })

/** Only what pages are made of; other files in the folder are not served. */
const kinds: Readonly<Record<string, { readonly type: string; readonly compresses: boolean }>> = {
  '.html': text('text/html'),
  '.js': text('text/javascript'),
  '.css': text('text/css'),
  '.json': text('application/json'),
  '.map': text('application/json'),
  '.webmanifest': text('application/manifest+json'),
  '.svg': text('image/svg+xml'),
  '.txt': text('text/plain'),
  '.png': binary('image/png'),
  '.jpg': binary('image/jpeg'),
  '.webp': binary('image/webp'),
  '.avif': binary('image/avif'),
  '.ico': binary('image/x-icon'),
  '.woff2': binary('font/woff2'),
  '.mp3': binary('audio/mpeg'),
  '.ogg': binary('audio/ogg'),
  '.wav': binary('audio/wav'),
}

/** Compressing less than a packet saves nothing. */
const COMPRESS_FROM_BYTES = 1_400
const zip = promisify(gzip)

/** @returns the parts of a path that stays inside, or undefined. */
const partsOf = (path: string): readonly string[] | undefined => {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    // Half a percent sign names no file.
    return undefined
  }
  const parts = decoded.split('/').filter((part) => part !== '')
  const isSafe = parts.length > 0 && parts.every((part) => !part.startsWith('.') && !/[\\:\0]/u.test(part))
  return isSafe ? parts : undefined
}

type Cached = { readonly changedMs: number; readonly bytes: number; readonly asset: Promise<Asset> }

const load = async (file: string, kind: { readonly type: string; readonly compresses: boolean }): Promise<Asset> => {
  const plain = await readFile(file)
  return {
    contentType: kind.type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    isHashed: /-[\w-]{8,}\.\w+(?:\.map)?$/u.test(file),
    plain,
    gzipped: kind.compresses && plain.length >= COMPRESS_FROM_BYTES ? await zip(plain, { level: 9 }) : undefined,
  }
}

export const createAssetFolder = (root: string): AssetFolder => {
  // Bounded by the files of the folder: a path that names none is never remembered.
  const cache = new Map<string, Cached>()
  return {
    find: async (path) => {
      const parts = partsOf(path)
      const kind = kinds[extname(parts?.at(-1) ?? '').toLowerCase()]
      if (!parts || !kind) return undefined
      const file = join(root, ...parts)
      const found = await stat(file).catch(() => undefined)
      if (!found?.isFile()) return undefined
      const known = cache.get(file)
      if (known && known.changedMs === found.mtimeMs && known.bytes === found.size) return known.asset
      const asset = load(file, kind)
      cache.set(file, { changedMs: found.mtimeMs, bytes: found.size, asset })
      // A file that vanished while it was read is asked for again next time.
      asset.catch(() => cache.delete(file))
      return asset
    },
  }
}
