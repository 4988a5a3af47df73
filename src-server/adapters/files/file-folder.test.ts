import { mkdtemp, readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits, type FileKey } from '../../protocol/index.ts'
import { createFileFolder, newFileKey, type FileFolder } from './file-folder.ts'

let root: string
let folder: FileFolder
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'frontdesk-files-'))
  folder = createFileFolder(root)
})
afterEach(async () => rm(root, { recursive: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
async function* chunks(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts
}
async function* breaking(): AsyncGenerator<Uint8Array> {
  yield bytes('half of')
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
}
const filesIn = async (): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

describe('file folder', () => {
  it('keeps what arrived under its key, with a thumbnail beside it', async () => {
    const received = await folder.receive(chunks(bytes('hello '), bytes('world')))
    if (!received.ok) throw new Error(received.code)
    expect(received.value.bytes).toBe(11)
    await writeFile(received.value.thumbPath, 'small')
    const key = newFileKey()
    await folder.keep(received.value, key, true)
    expect(await readFile(folder.pathOf(key, 'file'), 'utf8')).toBe('hello world')
    expect(await readFile(folder.pathOf(key, 'thumb'), 'utf8')).toBe('small')
    await folder.remove([key])
    expect(await filesIn()).toEqual([])
  })

  it('leaves nothing of what is empty, too large or interrupted', async () => {
    const mega = new Uint8Array(1024 * 1024)
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield mega
    }
    expect(await folder.receive(chunks())).toEqual({ ok: false, code: 'file_empty' })
    expect(await folder.receive(endless())).toEqual({ ok: false, code: 'file_too_large' })
    expect(await folder.receive(breaking())).toEqual({ ok: false, code: 'upload_interrupted' })
    expect(await filesIn()).toEqual([])
  })

  it('takes a file of exactly the largest size', async () => {
    const received = await folder.receive(chunks(new Uint8Array(limits.maxFileBytes)))
    expect(received).toMatchObject({ ok: true, value: { bytes: limits.maxFileBytes } })
  })

  it('sweeps what an earlier run left, never what is arriving now', async () => {
    const crashed = await createFileFolder(root).receive(chunks(bytes('left behind')))
    const arriving = await folder.receive(chunks(bytes('arriving')))
    expect(crashed.ok).toBe(true)
    if (!arriving.ok) throw new Error(arriving.code)
    await folder.sweep()
    expect(await filesIn()).toHaveLength(1)
    expect(await readFile(arriving.value.path, 'utf8')).toBe('arriving')
  })

  it('makes no path of what is no key', () => {
    for (const key of ['../../../etc/passwd', '', 'a'.repeat(31), `${'a'.repeat(31)}/`])
      expect(() => folder.pathOf(key as FileKey, 'file')).toThrow('not a file key')
  })

  it('knows whether there is room', async () => {
    expect(await folder.hasRoomFor(1)).toBe(true)
    expect(await folder.hasRoomFor(Number.MAX_SAFE_INTEGER)).toBe(false)
  })

  it('[D9.14] leaves the last of the disk to the messages', async () => {
    const { bavail, bsize } = await statfs(root)
    expect(await folder.hasRoomFor(bavail * bsize - limits.minFreeDiskForFilesBytes / 2)).toBe(false)
  })
})
