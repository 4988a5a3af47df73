// The folder of uploaded bytes: where each file lies, how one arrives without ever being half there, and what is swept up.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, limits, ok, type FileKey, type Result } from '../../protocol/index.ts'
import { storageCodeOf } from './storage-code.ts'

export type FilePart = 'file' | 'thumb'

/** Bytes that arrived and are on disk, under no name yet. */
export type ReceivedFile = { readonly path: string; readonly thumbPath: string; readonly bytes: number }

export type FileFolder = {
  /** Streams to disk and syncs. Refused: `file_empty`, `file_too_large`, `upload_interrupted`, `storage_full`, `storage_failed`. */
  receive(content: AsyncIterable<Uint8Array>): Promise<Result<ReceivedFile>>
  /** Gives the bytes, and the thumbnail if there is one, their place. After it they survive a crash. */
  keep(received: ReceivedFile, key: FileKey, hasThumb: boolean): Promise<void>
  discard(received: ReceivedFile): Promise<void>
  remove(keys: readonly FileKey[]): Promise<void>
  /** Throws for what is no key of ours: no path is ever made of a stranger's text. */
  pathOf(key: FileKey, part: FilePart): string
  /** Leaves enough of the disk to the messages. */
  hasRoomFor(bytes: number): Promise<boolean>
  /** Deletes what uploads of an earlier run left behind. */
  sweep(): Promise<void>
}

const KEY_BYTES = 24
const keyShape = /^[A-Za-z0-9_-]{32}$/u

export const newFileKey = (): FileKey => randomBytes(KEY_BYTES).toString('base64url') as FileKey
export const isFileKey = (key: string): key is FileKey => keyShape.test(key)

const syncFolder = async (folder: string): Promise<void> => {
  // Windows opens no folders; there a rename is durable by itself.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** @returns the bytes written, or why it stopped; the caller removes what is left. */
const writeAll = async (path: string, content: AsyncIterable<Uint8Array>): Promise<Result<number>> => {
  const handle = await open(path, 'wx')
  try {
    let bytes = 0
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > limits.maxFileBytes) return fail('file_too_large')
      await handle.writeFile(chunk)
    }
    if (bytes === 0) return fail('file_empty')
    await handle.sync()
    return ok(bytes)
  } catch (error) {
    return fail(storageCodeOf(error) ?? 'upload_interrupted')
  } finally {
    await handle.close()
  }
}

export const createFileFolder = (root: string): FileFolder => {
  const arriving = join(root, 'arriving')
  // One folder a run: sweeping the others can never meet an upload of this one.
  const run = randomBytes(6).toString('hex')
  const placeOf = (key: FileKey): string => join(root, key.slice(0, 2).toLowerCase())
  const pathOf = (key: FileKey, part: FilePart): string => {
    if (!isFileKey(key)) throw new Error('not a file key')
    return join(placeOf(key), part === 'thumb' ? `${key}.thumb` : key)
  }
  const discard = async ({ path, thumbPath }: Omit<ReceivedFile, 'bytes'>): Promise<void> => {
    await Promise.all([rm(path, { force: true }), rm(thumbPath, { force: true })])
  }
  return {
    receive: async (content) => {
      const path = join(arriving, run, randomBytes(12).toString('hex'))
      const paths = { path, thumbPath: `${path}.thumb` }
      try {
        await mkdir(join(arriving, run), { recursive: true })
        const written = await writeAll(path, content)
        if (written.ok) return ok({ ...paths, bytes: written.value })
        await discard(paths)
        return written
      } catch (error) {
        return fail(storageCodeOf(error) ?? 'storage_failed')
      }
    },
    keep: async (received, key, hasThumb) => {
      await mkdir(placeOf(key), { recursive: true })
      if (hasThumb) await rename(received.thumbPath, pathOf(key, 'thumb'))
      await rename(received.path, pathOf(key, 'file'))
      await syncFolder(placeOf(key))
    },
    discard,
    remove: async (keys) => {
      const parts = keys.flatMap((key) => [pathOf(key, 'file'), pathOf(key, 'thumb')])
      await Promise.all(parts.map(async (path) => rm(path, { force: true })))
    },
    pathOf,
    hasRoomFor: async (bytes) => {
      await mkdir(root, { recursive: true })
      const { bavail, bsize } = await statfs(root)
      return bavail * bsize >= bytes + limits.minFreeDiskForFilesBytes
    },
    sweep: async () => {
      const runs = await readdir(arriving).catch(() => [])
      const old = runs.filter((name) => name !== run)
      await Promise.all(old.map(async (name) => rm(join(arriving, name), { recursive: true, force: true })))
    },
  }
}
