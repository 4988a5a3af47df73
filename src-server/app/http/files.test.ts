import { mkdtemp, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { limits } from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import { createFileFolder, type FileFolder } from '../../adapters/files/file-folder.ts'
import { createMemoryStore } from '../../adapters/memory/create-memory-store.ts'
import { createFakeLogger } from '../../testing/fake-logger.ts'
import { createFakeMetrics } from '../../testing/fake-metrics.ts'
import { createManualClock } from '../../testing/manual-clock.ts'
import { createSeededRandom } from '../../testing/seeded-random.ts'
import { createFiles } from './files.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'frontdesk-uploads-'))
})
afterEach(async () => rm(root, { recursive: true }))

async function* content(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('hello')
}

const make = (folderOf: (folder: FileFolder) => FileFolder = (folder) => folder) => {
  const clock = createManualClock()
  const store = createMemoryStore({ clock, random: createSeededRandom(2) })
  const files = createFiles({
    store: store.files,
    folder: folderOf(createFileFolder(root)),
    inspector: { inspect: async () => ({ mime: 'text/plain', width: 0, height: 0 }), stop: async () => undefined },
    clock,
    logger: createFakeLogger(),
    metrics: createFakeMetrics(),
  })
  return { clock, store, files }
}
const upload = { name: 'a.txt', announcedBytes: undefined }

describe('uploads', () => {
  it('[D9.14] deletes what was uploaded and never sent, and nothing that was', async () => {
    const { clock, store, files } = make()
    const visitor = await store.visitors.create({
      name: '',
      locale: '',
      userAgent: '',
      tags: [],
      page: { url: '', title: '', referrer: '' },
    })
    const owner: Identity = { kind: 'visitor', id: visitor }
    const [sent, unsent] = [
      await files.upload(owner, { ...upload, content: content() }),
      await files.upload(owner, { ...upload, content: content() }),
    ]
    if (!sent.ok || !unsent.ok) throw new Error('not stored')
    const actor = { kind: 'visitor', id: visitor } as const
    await store.journal.commit({
      type: 'send',
      actor,
      conversation: 0 as never,
      cid: 'cid-00000001',
      text: '',
      files: [sent.value.key],
    })
    clock.advance(limits.orphanFileMs - 1)
    await files.removeOrphans()
    expect(existsSync(files.pathOf(unsent.value.key, 'file'))).toBe(true)
    clock.advance(2)
    await files.removeOrphans()
    expect(existsSync(files.pathOf(unsent.value.key, 'file'))).toBe(false)
    expect(existsSync(files.pathOf(sent.value.key, 'file'))).toBe(true)
    expect(await files.find(unsent.value.key)).toBeUndefined()
  })

  it('[D9.14] uploads at the same time find room together, not each for itself', async () => {
    const asked: number[] = []
    const { files } = make((folder) => ({
      ...folder,
      hasRoomFor: async (bytes) => {
        asked.push(bytes)
        return bytes <= 30_000_000
      },
    }))
    const upload20 = { name: 'a.bin', announcedBytes: 20_000_000 }
    const results = await Promise.all(
      [1, 2].map((id) => files.upload({ kind: 'visitor', id: id as never }, { ...upload20, content: content() })),
    )
    expect(results.map((result) => (result.ok ? 'stored' : result.code))).toEqual(['stored', 'storage_full'])
    expect(asked).toEqual([20_000_000, 40_000_000])
    // Whoever does not say how much is coming may bring the most.
    await files.upload({ kind: 'visitor', id: 1 as never }, { ...upload, content: content() })
    expect(asked.at(-1)).toBe(limits.maxFileBytes)
  })

  it('refuses when the disk is nearly full, and when it fills up underway', async () => {
    const owner: Identity = { kind: 'visitor', id: 1 as never }
    const full = make((folder) => ({ ...folder, hasRoomFor: async () => false }))
    expect(await full.files.upload(owner, { ...upload, content: content() })).toEqual({
      ok: false,
      code: 'storage_full',
    })
    const noSpace = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
    const filling = make((folder) => ({ ...folder, keep: () => Promise.reject(noSpace) }))
    expect(await filling.files.upload(owner, { ...upload, content: content() })).toEqual({
      ok: false,
      code: 'storage_full',
    })
  })
})
