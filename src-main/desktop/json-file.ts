// A small JSON file that is either the old one or the new one, never half of either.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** @returns undefined when it is missing or broken: the caller starts from its defaults. */
export const readJsonFile = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Missing on the first start; broken only if somebody edited it. Both mean: defaults.
    return undefined
  }
}

/** Readable by this user only. */
export const writeJsonFile = (file: string, value: unknown): void => {
  mkdirSync(dirname(file), { recursive: true })
  const temporary = `${file}.new`
  writeFileSync(temporary, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  renameSync(temporary, file)
}
