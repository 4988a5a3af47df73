// Where the built pages lie: in out/ beside the sources, or one level above the bundle.
import { fileURLToPath } from 'node:url'

const out = import.meta.url.endsWith('.ts') ? new URL('../../out/', import.meta.url) : new URL('../', import.meta.url)

export const pageFolders = {
  renderer: fileURLToPath(new URL('renderer/', out)),
  widget: fileURLToPath(new URL('widget/', out)),
} as const
