// Uploads from the first byte to a row in the database, and the sweeping of what nobody sent.
import { fail, limits, ok, type EpochMs, type FileRef, type Result } from '../../protocol/index.ts'
import type { Identity } from '../../ports/authenticator.ts'
import type { Clock } from '../../ports/clock.ts'
import type { FileOwner, FileStore } from '../../ports/file-store.ts'
import type { Logger } from '../../ports/logger.ts'
import type { Metrics } from '../../ports/metrics.ts'
import { isFileKey, newFileKey, type FileFolder, type ReceivedFile } from '../../adapters/files/file-folder.ts'
import { cleanFileName } from '../../adapters/files/file-name.ts'
import { storageCodeOf } from '../../adapters/files/storage-code.ts'
import { createPlaces } from '../../adapters/http/places.ts'
import type { Files, Upload } from '../../adapters/http/http-services.ts'
import type { FileInspector } from '../../adapters/image/file-inspector.ts'
import { faultCode } from '../gateway/fault-code.ts'

export type FilesNeeds = {
  readonly store: FileStore
  readonly folder: FileFolder
  readonly inspector: FileInspector
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
}

export type FileService = Files & {
  /** Deletes files that were uploaded long ago and never sent. */
  removeOrphans(): Promise<void>
}

const ownerOf = (identity: Identity): FileOwner =>
  identity.kind === 'agent'
    ? { author: { kind: 'agent', id: identity.account.id }, visitor: 0 }
    : { author: { kind: 'visitor', id: 0 }, visitor: identity.id }

const holderOf = (identity: Identity): string =>
  identity.kind === 'agent' ? `agent ${identity.account.id}` : `visitor ${identity.id}`

export const createFiles = ({ store, folder, inspector, clock, logger, metrics }: FilesNeeds): FileService => {
  const places = createPlaces({ inAll: limits.maxUploadsAtOnce, each: limits.maxUploadsInFlight })

  /** What uploads under way may come to: together they must not take more than each of them was allowed. */
  let expectedBytes = 0

  const withRoom = async (
    { announcedBytes = limits.maxFileBytes }: Upload,
    take: () => Promise<Result<FileRef>>,
  ): Promise<Result<FileRef>> => {
    if (announcedBytes > limits.maxFileBytes) return fail('file_too_large')
    expectedBytes += announcedBytes
    try {
      return (await folder.hasRoomFor(expectedBytes)) ? await take() : fail('storage_full')
    } finally {
      expectedBytes -= announcedBytes
    }
  }

  /** The row first: a crash in between leaves a row that the orphans' sweep finds, not bytes that nothing names. */
  const keep = async (owner: Identity, name: string, received: ReceivedFile): Promise<FileRef> => {
    const { mime, width, height } = await inspector.inspect(received.path, received.thumbPath)
    const file: FileRef = { key: newFileKey(), name: cleanFileName(name), bytes: received.bytes, mime, width, height }
    await store.add(file, ownerOf(owner), clock.now())
    await folder.keep(received, file.key, width > 0)
    return file
  }

  const receive = async (owner: Identity, upload: Upload): Promise<Result<FileRef>> => {
    const received = await folder.receive(upload.content)
    if (!received.ok) return received
    try {
      return ok(await keep(owner, upload.name, received.value))
    } finally {
      // After `keep` nothing is left there; after anything else nothing may be.
      await folder.discard(received.value)
    }
  }

  return {
    upload: async (owner, upload) => {
      const place = places.take(holderOf(owner))
      if (!place) {
        metrics.count('uploads_total', { outcome: 'too_many_in_flight' })
        return fail('too_many_in_flight')
      }
      const stored = await withRoom(upload, () => receive(owner, upload))
        .catch((error: unknown) => {
          logger.error({ error }, 'an upload could not be stored')
          return fail(storageCodeOf(error) ?? faultCode(error))
        })
        .finally(() => place.leave())
      metrics.count('uploads_total', { outcome: stored.ok ? 'stored' : stored.code })
      return stored
    },
    find: async (key) => (isFileKey(key) ? store.find(key) : undefined),
    pathOf: (key, part) => folder.pathOf(key, part),
    removeOrphans: async () => {
      const orphans = await store.orphans((clock.now() - limits.orphanFileMs) as EpochMs)
      const removed = await store.remove(orphans)
      await folder.remove(removed)
      if (removed.length > 0) logger.info({ files: removed.length }, 'removed uploads that were never sent')
    },
  }
}
