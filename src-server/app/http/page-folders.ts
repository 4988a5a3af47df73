// Where the built pages lie: in out/ beside the sources, or one level above the bundle.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const out = import.meta.url.endsWith('.ts')
  ? new URL('../../../out/', import.meta.url)
  : new URL('../', import.meta.url)

export const pageFolders = {
  renderer: fileURLToPath(new URL('renderer/', out)),
  widget: fileURLToPath(new URL('widget/', out)),
} as const

/** False for a server that runs from sources nobody has built: its API answers, its pages do not. */
export const arePagesBuilt = (folders: Readonly<typeof pageFolders> = pageFolders): boolean =>
  existsSync(join(folders.renderer, 'index.html')) && existsSync(join(folders.widget, 'widget.js'))
