// `frontdesk restore FILE`: a backup becomes the data folder's content. What was there is kept beside it.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { extract } from 'tar'
import { makeEpoch } from '../../adapters/sqlite/make-epoch.ts'
import { restoreDatabase } from '../../adapters/sqlite/restore.ts'
import { createSystemRandom } from '../../adapters/system/system-random.ts'
import { archiveNames } from './backup.ts'
import { parseCommandOptions } from './command-options.ts'
import { refuse, refuseFor } from './refuse.ts'
import { tell } from './terminal.ts'

const unpack = async (file: string, cwd: string, name: string): Promise<void> =>
  extract({
    file,
    cwd,
    // Plain files and folders under the one name: a crafted archive can place nothing else.
    filter: (path, entry) =>
      (path === name || path.startsWith(`${name}/`)) && 'type' in entry && ['File', 'Directory'].includes(entry.type),
  })

const restoreInto = async (dataDir: string, source: string): Promise<string | undefined> => {
  mkdirSync(dataDir, { recursive: true })
  const staging = mkdtempSync(join(dataDir, '.restore-'))
  try {
    await unpack(source, staging, archiveNames.database)
    // Files first: the database must never name one that is not there yet.
    await unpack(source, dataDir, archiveNames.files)
    const database = join(staging, archiveNames.database)
    const nativeBinding = process.env['FRONTDESK_SQLITE_BINDING']
    return restoreDatabase({ dataDir, source: database, epoch: makeEpoch(createSystemRandom()), nativeBinding })
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

export const restore = async (args: readonly string[]): Promise<void> => {
  const parsed = parseCommandOptions(args, [])
  if (!parsed.ok) return refuse(parsed.problem)
  const [file] = parsed.value.words
  if (file === undefined)
    return refuse({ en: 'Say which backup: frontdesk restore FILE', zh: '请说明用哪个备份：frontdesk restore 文件' })
  if (!existsSync(file))
    return refuse({ en: `There is no file ${resolve(file)}.`, zh: `没有 ${resolve(file)} 这个文件。` })
  try {
    const kept = await restoreInto(parsed.value.dataDir, resolve(file))
    const was =
      kept === undefined
        ? { en: '', zh: '' }
        : { en: ` What was there is kept as ${kept}.`, zh: `原来的数据保留在 ${kept}。` }
    tell({ en: `Restored into ${parsed.value.dataDir}.${was.en}`, zh: `已恢复到 ${parsed.value.dataDir}。${was.zh}` })
  } catch (error) {
    refuseFor(error)
  }
}
