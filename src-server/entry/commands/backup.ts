// `frontdesk backup FILE`: the database as it is at one moment, and all files, in one .tar. A running server goes on.
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { create, replace } from 'tar'
import { backUpDatabase, flushToDisk } from '../../adapters/sqlite/back-up.ts'
import { StoreOpenError } from '../../adapters/sqlite/store-open-error.ts'
import { storeFailure, unknownFailure } from '../../app/start-failure.ts'
import { parseCommandOptions } from './command-options.ts'
import { tell, tellProblem } from './terminal.ts'

/** Names inside the archive; `restore` looks for them. */
export const archiveNames = { database: 'frontdesk.db', files: 'files' } as const

const writeArchive = async (dataDir: string, target: string, staging: string): Promise<void> => {
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
  const staging = mkdtempSync(join(dirname(target), `.${basename(target)}-`))
  try {
    await writeArchive(parsed.value.dataDir, target, staging)
    tell({ en: `Backed up to ${target}`, zh: `已备份到 ${target}` })
  } catch (error) {
    refuse((error instanceof StoreOpenError ? storeFailure(error) : unknownFailure(error)).text)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

const refuse = (problem: Parameters<typeof tellProblem>[0]): void => {
  tellProblem(problem)
  process.exitCode = 1
}
