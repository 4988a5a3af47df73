// Visitors, files and secrets in memory.
import type { VisitorId } from '../../protocol/index.ts'
import { recentTrail, stepTrail } from '../../core/presence/visitor-trail.ts'
import type { FileStore } from '../../ports/file-store.ts'
import type { Random } from '../../ports/random.ts'
import { SECRET_BYTES, type SecretStore } from '../../ports/secret-store.ts'
import type { VisitorStore } from '../../ports/visitor-store.ts'
import type { MemoryTables } from './memory-tables.ts'
import type { MemoryWriter } from './memory-writer.ts'

export const createMemoryVisitors = (tables: MemoryTables, writer: MemoryWriter): VisitorStore => ({
  create: (profile) =>
    writer.write(() => {
      const id = (tables.visitors.size + 1) as VisitorId
      tables.visitors.set(id, { ...profile, id })
      return id
    }),
  profile: async (id) => tables.visitors.get(id),
  moveTo: (id, page, at) =>
    writer.write(() => {
      const visitor = tables.visitors.get(id)
      if (!visitor) return
      tables.visitors.set(id, { ...visitor, page })
      tables.trails.set(id, stepTrail(tables.trails.get(id) ?? [], page, at))
      for (const [other, trail] of tables.trails) if (recentTrail(trail, at).length === 0) tables.trails.delete(other)
    }),
  trail: async (id, now) => recentTrail(tables.trails.get(id) ?? [], now),
})

export const createMemoryFiles = (tables: MemoryTables, writer: MemoryWriter): FileStore => ({
  add: (file, owner, at) =>
    writer.write(
      () => void tables.files.set(file.key, { file: { ...file, uploadedAt: at }, owner, isSent: false, isKept: false }),
    ),
  find: async (key) => tables.files.get(key)?.file,
  orphans: async (before) =>
    [...tables.files.values()]
      .filter(({ file, isSent }) => !isSent && file.uploadedAt < before)
      .map(({ file }) => file.key),
  remove: (keys) =>
    writer.write(() => keys.filter((key) => tables.files.get(key)?.isSent === false && tables.files.delete(key))),
})

export const createMemorySecrets = (tables: MemoryTables, writer: MemoryWriter, random: Random): SecretStore => ({
  visitorTokenKey: () =>
    writer.write(() => {
      const key = tables.secrets.get('visitor-token') ?? random.bytes(SECRET_BYTES)
      tables.secrets.set('visitor-token', key)
      return key
    }),
})
