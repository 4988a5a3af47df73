// Unpacks chosen files of a zip archive, with their modes, under names of the caller's choice.
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/**
 * @param {string} archive
 * @param {string} into
 * @param {(path: string) => string | undefined} nameFor the file's new relative path; undefined leaves it out
 */
export async function unzipTree(archive, into, nameFor) {
  const yauzl = await import('yauzl')
  const zip = await yauzl.openPromise(archive)
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameFor(entry.fileName)
      if (name === undefined) continue
      const path = join(into, name)
      await mkdir(dirname(path), { recursive: true })
      const mode = (entry.externalFileAttributes >>> 16) & 0o777
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(path, { mode }))
    }
  } finally {
    zip.close()
  }
}
