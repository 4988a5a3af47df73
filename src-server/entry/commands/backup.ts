// `frontdesk backup FILE`: the database as it is at one moment, and all files, in one .tar. A running server goes on.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { create, replace } from 'tar'
import { backUpDatabase, flushToDisk } from '../../adapters/sqlite/back-up.ts'
import { parseCommandOptions } from './command-options.ts'
import { refuse, refuseFor } from './refuse.ts'
import { tell } from './terminal.ts'

/** Names inside the archive; `restore` looks for them. */
export const archiveNames = { database: 'frontdesk.db', files: 'files' } as const

const writeArchive = async (dataDir: string, target: string): Promise<void> => {
  // Beside the target: a rename within one disk is all or nothing.
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    await gatherIn(staging, dataDir, target)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

const gatherIn = async (staging: string, dataDir: string, target: string): Promise<void> => {
  const database = join(staging, archiveNames.database)
  // The database first: every file that it names is still there afterwards.
  backUpDatabase({ dataDir, target: database, nativeBinding: process.env['FRONTDESK_SQLITE_BINDING'] })
  const partial = join(staging, 'archive.tar')
  await create({ file: partial, cwd: staging, portable: true }, [archiveNames.database])
  const isArriving = (path: string): boolean => path.startsWith(`${archiveNames.files}/arriving`)
  if (existsSync(join(dataDir, archiveNames.files)))
    await replace({ file: partial, cwd: dataDir, portable: true, filter: (path) => !isArriving(path) }, [
      archiveNames.files,
    ])
  flushToDisk(partial)
  renameSync(partial, target)
}

export const backup = async (args: readonly string[]): Promise<void> => {
  const parsed = parseCommandOptions(args, [])
  if (!parsed.ok) return refuse(parsed.problem)
  const [file] = parsed.value.words
  if (file === undefined)
    return refuse({ en: 'Say where to: frontdesk backup FILE', zh: '请说明备份到哪里：frontdesk backup 文件' })
  const target = resolve(file)
  if (existsSync(target)) return refuse({ en: `${target} exists already.`, zh: `${target} 已经存在。` })
  if (!existsSync(dirname(target)))
    return refuse({
      en: `There is no folder ${dirname(target)}. Make it first.`,
      zh: `没有 ${dirname(target)} 这个文件夹，请先新建。`,
    })
  try {
    await writeArchive(parsed.value.dataDir, target)
    tell({ en: `Backed up to ${target}`, zh: `已备份到 ${target}` })
  } catch (error) {
    refuseFor(error)
  }
}
