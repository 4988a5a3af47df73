// Keeps compiled code between starts: a third of a cold start is parsing.
import { homedir } from 'node:os'
import { join } from 'node:path'
import nodeModule from 'node:module'

/** The user's own folder, not the shared temporary one: whoever can write there could write our code. */
const cacheFolder = (): string =>
  process.env['LOCALAPPDATA']
    ? join(process.env['LOCALAPPDATA'], 'frontdesk', 'code')
    : join(homedir(), '.cache', 'frontdesk', 'code')

/** Before anything large is imported. Worker threads inherit it through the environment. */
export const keepCompiledCode = (): void => {
  // Missing in Electron's older Node; then a start is as quick as it was.
  if (typeof nodeModule.enableCompileCache !== 'function') return
  process.env['NODE_COMPILE_CACHE'] ??= cacheFolder()
  nodeModule.enableCompileCache(process.env['NODE_COMPILE_CACHE'])
}
