// Where models lie when nobody said: beside the sources, where set-up puts them, and beside the bundle in an installed app.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../../../models/', import.meta.url))

/** Undefined where there are none. */
export const defaultModelDir = (folder = beside): string | undefined => (existsSync(folder) ? folder : undefined)
